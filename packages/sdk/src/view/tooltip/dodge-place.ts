import { areaOf, boxOf, intersect } from './box.ts'
import { placeAt, sidesOf } from './choose-place.ts'
import type { Rect, Room, Side, Size } from './choose-place.ts'

export interface Dodged {
  side: Side
  x: number
  y: number
  size: Size
}

export interface Avoid {
  target: Rect
  /** What has the focus on the page. */
  focused: Rect
}

/** How much of a focused element a panel may cover before it makes way. */
const COVERED = 0.5

/** Whether so little is left of the focused element that one would look for it. */
export function hides(panel: Rect, focused: Rect): boolean {
  const covered = areaOf(intersect(boxOf(panel), boxOf(focused)))
  return covered > COVERED * areaOf(boxOf(focused))
}

/**
 * A place that leaves the focused element to be seen: another side of the target, else a corner of
 * the viewport, for the first of the sizes that has one. Where there is none, the place of the last
 * size that covers least of both.
 *
 * @param sizes From the one it has to the smallest it can be folded to; at least one.
 */
export function dodgePlace({ target, focused }: Avoid, sizes: readonly Size[], room: Room): Dodged {
  const costOf = ({ x, y, size }: Dodged): number => {
    const panel = boxOf({ x, y, ...size })
    return areaOf(intersect(panel, boxOf(focused))) + areaOf(intersect(panel, boxOf(target)))
  }
  const places = sizes.flatMap((size) => placesOf(target, size, room))
  const free = places.find((place) => costOf(place) === 0)
  return free ?? places.reduce((one, other) => (costOf(other) < costOf(one) ? other : one))
}

function placesOf(target: Rect, size: Size, room: Room): Dodged[] {
  const { viewport, margin, preferred } = room
  const beside = sidesOf(preferred).map((side) => {
    const { x, y } = placeAt(side, { target, panel: size }, room)
    return { side, size, x, y }
  })
  const far = { x: viewport.width - margin - size.width, y: viewport.height - margin - size.height }
  const corners = [far.y, margin].flatMap((y) =>
    [far.x, margin].map((x) => ({ side: preferred, size, x, y })),
  )
  return [...beside, ...corners]
}
