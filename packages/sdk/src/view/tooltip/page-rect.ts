/** Where the target is in our viewport, also when it is in a frame of this origin. */
export function pageRect(target: Element): DOMRect {
  const rect = target.getBoundingClientRect()
  const frame = target.ownerDocument.defaultView?.frameElement
  if (!(frame instanceof HTMLElement) || target.ownerDocument === document) return rect
  const outer = pageRect(frame)
  const scale = frame.offsetWidth ? outer.width / frame.offsetWidth : 1
  return new DOMRect(
    outer.x + (frame.clientLeft + rect.x) * scale,
    outer.y + (frame.clientTop + rect.y) * scale,
    rect.width * scale,
    rect.height * scale,
  )
}
