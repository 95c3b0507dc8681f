import { outer } from './outer.ts'

/** How much the page zooms what stands in this element: 1 where it does not. */
export function pageZoom(element: Element): number {
  // Not in every engine.
  if ('currentCSSZoom' in element) return element.currentCSSZoom
  let factor = 1
  for (let at: Element | undefined = element; at; at = outer(at)) {
    factor *= Number(getComputedStyle(at).zoom) || 1
  }
  return factor
}
