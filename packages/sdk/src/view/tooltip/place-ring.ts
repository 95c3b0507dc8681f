const STAND_OFF_PX = 6
const LONE_STAND_OFF_PX = 4

/** Lays the ring around the target: its corners are the target's own, grown by the distance. */
export function placeRing(ring: HTMLElement, target: Element): void {
  const gap = ring.classList.contains('dim') ? STAND_OFF_PX : LONE_STAND_OFF_PX
  const { left, top, width, height } = target.getBoundingClientRect()
  const corner = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
  const { style } = ring
  style.translate = `${left - gap}px ${top - gap}px`
  style.width = `${width + 2 * gap}px`
  style.height = `${height + 2 * gap}px`
  style.borderRadius = `${Math.min(corner, height / 2) + gap}px`
}
