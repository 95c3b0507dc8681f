import type { StepScene } from '../../scene.ts'
import { openView } from './open-view.ts'
import type { OpenView } from './open-view.ts'
import { stepScene } from './step-scenes.ts'

export interface StepPage {
  view: OpenView
  /** One of the three buttons: `before`, `target`, `after`. */
  element: (id: string) => HTMLElement
  panel: () => HTMLElement
  /** A step that came by itself and points at the button `target`, unless told otherwise. */
  showStep: (step?: Partial<StepScene['step']>, more?: Partial<StepScene>) => void
}

const PLACES = {
  before: 'left:20px;top:20px',
  target: 'left:400px;top:200px',
  after: 'left:20px;top:500px',
}

/** An empty page of 600 px height with three buttons of 100 by 40 px, and a view on it. */
export function openStepPage(): StepPage {
  document.body.replaceChildren()
  document.body.style.cssText = 'margin:0;height:600px'
  for (const [id, place] of Object.entries(PLACES)) {
    const button = document.createElement('button')
    button.id = id
    button.textContent = id
    button.style.cssText = `position:absolute;width:100px;height:40px;${place}`
    document.body.append(button)
  }
  const view = openView()
  const element = (id: string): HTMLElement => find(document, `#${id}`)
  return {
    view,
    element,
    panel: () => find(view.shadow(), '.tooltip'),
    showStep: (step = {}, more = {}) =>
      view.show(stepScene(step, { target: element('target'), requested: false, ...more })),
  }
}

function find(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
