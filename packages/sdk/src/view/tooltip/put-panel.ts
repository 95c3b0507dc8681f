import { placeArrow } from './place-arrow.ts'
import type { Place, Rect, Size } from './choose-place.ts'
import { placeRing } from './place-ring.ts'

/** From the edge of the target: the arrow (8) and what the ring stands off (6), less their overlap. */
export const GAP_PX = 13
export const MARGIN_PX = 8

export interface Parts {
  panel: HTMLElement
  ring: HTMLElement
}

export interface Spot extends Place {
  /** What the arrow points at. */
  rect: Rect
  /** Of the panel. */
  size: Size
  /** What the ring lies around, and the radius of its corners in px. */
  around: Rect
  corner: number
  /** The target cannot be seen, and so neither can we. */
  away: boolean
}

/** Writes where the panel, its arrow and the ring are. Reads nothing. */
export function putPanel({ panel, ring }: Parts, spot: Spot): void {
  panel.style.translate = `${spot.x}px ${spot.y}px`
  panel.dataset['side'] = spot.side
  for (const part of [panel, ring]) part.toggleAttribute('data-away', spot.away)
  placeArrow(panel, spot)
  placeRing(ring, spot.around, spot.corner)
}
