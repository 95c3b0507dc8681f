/**
 * How much of the target can be seen: `whole`, `part`, or `none` of its middle, because the window
 * or a box that scrolls cuts it off.
 */
export function seenOf(target: Element): 'whole' | 'part' | 'none' {
  const { top, bottom, left, right } = target.getBoundingClientRect()
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  let whole = true
  for (const box of clippingBoxes(target)) {
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return 'none'
    if (top < box.top || bottom > box.bottom || left < box.left || right > box.right) whole = false
  }
  return whole ? 'whole' : 'part'
}

function clippingBoxes(
  target: Element,
): { top: number; bottom: number; left: number; right: number }[] {
  const { documentElement, body } = target.ownerDocument
  const { clientWidth, clientHeight } = documentElement
  const boxes = [{ top: 0, left: 0, right: clientWidth, bottom: clientHeight }]
  let fixed = getComputedStyle(target).position === 'fixed'
  for (let box = parentOf(target); box && box !== body && !fixed; box = parentOf(box)) {
    const { overflowX, overflowY, position } = getComputedStyle(box)
    if (overflowX !== 'visible' || overflowY !== 'visible') boxes.push(box.getBoundingClientRect())
    fixed = position === 'fixed'
  }
  return boxes
}

/** Through slots and shadow roots. */
function parentOf(element: Element): Element | null {
  const root = element.getRootNode()
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  )
}
