import type { Action } from '@firstwin/engine'
import type { Chunks } from './chunks.ts'
import type { Scene, SceneItem, Theme, View } from './scene.ts'
import type { Tell } from './tell.ts'

export interface StagehandOptions {
  chunks: Chunks
  theme: Theme
  container: Element | undefined
  act: (action: Action) => void
  follow: (href: string) => void
  now: () => number
  tell: Tell
}

/** Fetches what draws when there is something to draw, and keeps it drawing. */
export interface Stagehand {
  draw: (scene: Scene) => void
  /** Something of this kind is likely to be shown soon: fetches what draws it. */
  expect: (kind: SceneItem['kind']) => void
  setTheme: (theme: Theme) => void
  remove: () => void
}

/** Late enough not to compete with the host's own start. */
const FETCH_AHEAD_MS = 300

export function createStagehand(options: StagehandOptions): Stagehand {
  const { chunks, tell } = options
  let { theme } = options
  let scene: Scene | undefined
  let view: View | undefined
  let loading: Promise<void> | undefined
  let isRemoved = false
  const expected = new Set<SceneItem['kind']>()

  function load(): Promise<void> {
    loading ??= chunks.view().then(
      ({ createView }) => {
        if (isRemoved) return
        view = createView({ ...options, theme, onShown: () => {} })
        if (scene) view.draw(scene)
      },
      (error: unknown) => tell('chunk-unreachable', error),
    )
    return loading
  }

  return {
    draw(next) {
      scene = next
      if (view) view.draw(next)
      else if (next.item || next.launcher) void load()
    },
    expect(kind) {
      if (expected.has(kind) || isRemoved) return
      expected.add(kind)
      setTimeout(() => void load().then(() => view?.prefetch(kind)), FETCH_AHEAD_MS)
    },
    setTheme(next) {
      theme = { ...theme, ...next }
      view?.setTheme(theme)
    },
    remove() {
      isRemoved = true
      view?.remove()
      view = undefined
    },
  }
}
