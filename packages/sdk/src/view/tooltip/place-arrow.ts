/** Half of the arrow's diagonal, and what it keeps from a corner. */
const HALF_PX = 8
const CORNER_PX = 14

interface Spot {
  x: number
  y: number
  side: string
}

/** Puts the arrow on the edge that faces the target, at the target's middle, never at a corner. */
export function placeArrow(panel: HTMLElement, target: DOMRect, { x, y, side }: Spot): void {
  const arrow = panel.querySelector<HTMLElement>('.arrow')
  if (!arrow) return
  const { offsetWidth, offsetHeight } = panel
  const upright = side === 'top' || side === 'bottom'
  const along = upright
    ? clamp(target.left + target.width / 2 - x, offsetWidth)
    : clamp(target.top + target.height / 2 - y, offsetHeight)
  arrow.style.translate = upright ? `${along}px 0` : `0 ${along}px`
}

function clamp(middle: number, length: number): number {
  const least = CORNER_PX + HALF_PX
  return Math.round(Math.max(least, Math.min(middle, length - least)))
}
