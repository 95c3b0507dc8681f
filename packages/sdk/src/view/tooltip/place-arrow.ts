import { isUpright } from './choose-place.ts'
import type { Place, Rect, Size } from './choose-place.ts'

/** Half of the arrow's diagonal, and what it keeps from a corner. */
const HALF_PX = 8
const CORNER_PX = 14

interface ArrowPlace extends Place {
  rect: Rect
  size: Size
}

/** Puts the arrow on the edge that faces the target, at the target's middle, never at a corner. */
export function placeArrow(panel: HTMLElement, { side, x, y, rect, size }: ArrowPlace): void {
  const arrow = panel.querySelector<HTMLElement>('.arrow')
  if (!arrow) return
  const upright = isUpright(side)
  const along = upright
    ? clamp(rect.x + rect.width / 2 - x, size.width)
    : clamp(rect.y + rect.height / 2 - y, size.height)
  arrow.style.translate = upright ? `${along}px 0` : `0 ${along}px`
}

function clamp(middle: number, length: number): number {
  const least = CORNER_PX + HALF_PX
  return Math.round(Math.max(least, Math.min(middle, length - least)))
}
