import type { Stage } from '../part.ts'
import { FOCUSABLE, focusableIn } from './focusable-in.ts'

/**
 * Puts the panel behind its target in the tab order, although it stands at the end of the page: Tab
 * on the target enters it, Shift+Tab on its first control returns. Tab on its last control goes to
 * the target, or, when the user came from there, on to what follows it: so it is never a trap.
 */
export function linkTabOrder(target: Element, { panel, signal }: Stage<unknown>): void {
  let cameFromTarget = false

  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || event.shiftKey || !holdsFocus(target)) return
    event.preventDefault()
    cameFromTarget = true
    panel.focus()
  }

  const leave = (event: KeyboardEvent): void => {
    const way = focusableIn(target)
    if (event.key !== 'Tab' || !way || !atEdge(panel, event.shiftKey)) return
    // Without preventDefault the browser itself goes on from the target to what follows it.
    if (event.shiftKey || !cameFromTarget) event.preventDefault()
    cameFromTarget = false
    way.focus()
  }

  // On window, because an element named "addEventListener" stands in the way of document's.
  window.addEventListener('keydown', enter, { capture: true, signal })
  panel.addEventListener('keydown', leave, { signal })
}

function holdsFocus(target: Element): boolean {
  const root = target.getRootNode()
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
  return active !== null && target.contains(active)
}

function atEdge(panel: HTMLElement, backwards: boolean): boolean {
  const stops = [...panel.querySelectorAll(FOCUSABLE)]
  const root = panel.getRootNode()
  const active = root instanceof ShadowRoot ? root.activeElement : null
  if (backwards) return active === panel || active === stops.at(0)
  return active === stops.at(-1)
}
