import { rectOf } from '../../node/read-node.ts'

/** It is drawn: neither hidden by style nor without a size. It may be scrolled out of sight. */
export function isVisible(element: Element): boolean {
  const { width, height } = rectOf(element)
  const isDrawn = Element.prototype.checkVisibility.bind(element, { visibilityProperty: true })
  return width > 0 && height > 0 && isDrawn()
}
