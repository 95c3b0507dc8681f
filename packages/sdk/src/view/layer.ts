import { render } from 'preact'
import type { VNode } from 'preact'
import { makeElement } from './make-element.ts'

/** The place of one panel: it can fade out while the next one already stands. */
export interface Layer {
  element: HTMLElement
  draw: (content: VNode | undefined) => void
  /** The panel, once drawn. */
  panel: () => HTMLElement | undefined
  /** It can be neither used nor found any more; who calls this sees to its end. */
  retire: () => void
  remove: () => void
}

export function createLayer(root: HTMLElement): Layer {
  const element = makeElement('div')
  element.className = 'layer'
  // First in the tree: while an old panel fades, ids are found in the new one.
  root.prepend(element)

  return {
    element,
    draw: (content) => render(content ?? null, element),
    panel: () => element.querySelector<HTMLElement>('.panel') ?? undefined,
    retire() {
      element.inert = true
    },
    remove() {
      render(null, element)
      element.remove()
    },
  }
}
