import { render } from 'preact'
import type { VNode } from 'preact'
import { makeElement } from './make-element.ts'

/** The place of one panel: it can fade out while the next one already stands. */
export interface Layer {
  element: HTMLElement
  draw: (content: VNode | undefined) => void
  /** The panel, once drawn. */
  panel: () => HTMLElement | undefined
  /** Fades the panel out and takes it away. At once with reduced motion. */
  leave: (reduced: boolean) => void
  remove: () => void
}

const OUT_MS = 120

export function createLayer(root: HTMLElement): Layer {
  const element = makeElement('div')
  element.className = 'layer'
  // First in the tree: while an old panel fades, ids are found in the new one.
  root.prepend(element)

  const remove = (): void => {
    render(null, element)
    element.remove()
  }

  return {
    element,
    draw: (content) => render(content ?? null, element),
    panel: () => element.querySelector<HTMLElement>('.panel') ?? undefined,
    leave(reduced) {
      element.inert = true
      if (reduced || element.childElementCount === 0) return remove()
      const fades = [...element.children].map((child) =>
        child.animate([{}, { opacity: 0 }], { duration: OUT_MS, fill: 'forwards' }),
      )
      void Promise.allSettled(fades.map(({ finished }) => finished)).then(remove)
    },
    remove,
  }
}
