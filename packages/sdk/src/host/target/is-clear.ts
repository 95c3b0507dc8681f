/**
 * A quick look whether nothing lies over an element of the page: what is to be seen at its middle is
 * the element, in it, or around it. Outside the viewport nothing lies over anything.
 */
export function isClear(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  const seen = Document.prototype.elementFromPoint.call(
    document,
    left + width / 2,
    top + height / 2,
  )
  return !seen || seen.contains(element) || element.contains(seen)
}
