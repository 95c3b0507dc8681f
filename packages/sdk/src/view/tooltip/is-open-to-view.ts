import { contains } from '../../node/read-node.ts'
import type { Rect } from './choose-place.ts'

/** Nothing cuts the target off or lies over the middles of its edges, as far as this document knows. */
export function isOpenToView(target: Element, { x, y, width, height }: Rect): boolean {
  const spots = [
    [x + width / 2, y + 1],
    [x + width / 2, y + height - 1],
    [x + 1, y + height / 2],
    [x + width - 1, y + height / 2],
  ] as const
  // Through the prototype: elements may be named like the methods of the document.
  return spots.every(([left, top]) =>
    contains(target, Document.prototype.elementFromPoint.call(document, left, top)),
  )
}
