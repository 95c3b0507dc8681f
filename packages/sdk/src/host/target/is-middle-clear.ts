import { contains, rectOf } from '../../node/read-node.ts'

/**
 * A quick look whether nothing lies over an element of the page: what is to be seen at its middle is
 * the element, in it, or around it. Outside the viewport nothing lies over anything.
 */
export function isMiddleClear(element: Element): boolean {
  const { left, top, width, height } = rectOf(element)
  const seen = Document.prototype.elementFromPoint.call(
    document,
    left + width / 2,
    top + height / 2,
  )
  return !seen || contains(seen, element) || contains(element, seen)
}
