import type { Rect } from './choose-place.ts'

const SPOTLIGHT_PX = 6
const RING_PX = 4

/** Lays the ring around the target: its corners are the target's own, grown by the distance. */
export function placeRing(ring: HTMLElement, { x, y, width, height }: Rect, corner: number): void {
  const gap = ringGap(ring)
  const { style } = ring
  style.translate = `${x - gap}px ${y - gap}px`
  style.width = `${width + 2 * gap}px`
  style.height = `${height + 2 * gap}px`
  style.borderRadius = `${Math.min(corner, height / 2) + gap}px`
}

/** What the ring stands off its target, in px. */
export function ringGap({ classList }: Element): number {
  return classList.contains('dim') ? SPOTLIGHT_PX : RING_PX
}
