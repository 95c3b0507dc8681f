import { render } from 'preact'
import type { VNode } from 'preact'
import { makeElement } from './make-element.ts'

/** The place of the launcher, which stays while panels come and go. */
export interface Dock {
  draw: (launcher: VNode | undefined) => void
  /** The button that opens the checklist, if it is there. */
  button: () => HTMLElement | undefined
  remove: () => void
}

export function createDock(root: HTMLElement): Dock {
  const element = makeElement('div')
  element.className = 'dock'
  root.append(element)
  return {
    draw(launcher) {
      root.toggleAttribute('data-docked', launcher !== undefined)
      render(launcher ?? null, element)
    },
    button: () => element.querySelector('button') ?? undefined,
    remove: () => render(null, element),
  }
}
