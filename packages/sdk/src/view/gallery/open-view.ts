import type { Action } from '@firstwin/engine'
import type { Scene, SceneItem, Theme, View } from '../../scene.ts'
import { createView } from '../create-view.tsx'
import { fetchBeside } from '../tooltip/with-beside.ts'
import { fetchLate } from '../with-late.ts'
import { NOW, sceneOf } from './scenes.ts'

// Tests see views as they are once all is there.
await Promise.all([fetchLate(), fetchBeside()])

export interface OpenView extends View {
  /** What the user did, in order. */
  actions: Action[]
  /** Where links of the host led. */
  followed: string[]
  shown: SceneItem['kind'][]
  shadow: () => ShadowRoot
  show: (item: SceneItem | undefined, more?: Partial<Scene>) => void
}

/** A view on this page that writes down what comes back from it. */
export function openView(theme: Theme = {}): OpenView {
  const actions: Action[] = []
  const followed: string[] = []
  const shown: SceneItem['kind'][] = []
  const view = createView({
    act: (action) => actions.push(action),
    follow: (href) => followed.push(href),
    onShown: ({ kind }) => shown.push(kind),
    now: () => NOW,
    theme,
  })
  return {
    ...view,
    actions,
    followed,
    shown,
    shadow() {
      const root = document.querySelector('firstwin-root')?.shadowRoot
      if (!root) throw new Error('Nothing has been drawn yet.')
      return root
    },
    show: (item, more) => view.draw(sceneOf(item, { launcher: undefined, ...more })),
  }
}
