import { choosePlace, freeAt, placeAt, sidesOf } from './choose-place.ts'
import type { Place, Rect, Room, Size } from './choose-place.ts'

export interface Squeezed extends Place {
  /** What the panel's height is limited to; its body scrolls. */
  limit: number
  /** There is no room beside the target: the panel lies over a part of it. */
  over: boolean
}

/**
 * Where the panel goes, also where it does not fit: above or below the target, where there is most
 * room, as high as there is room, if that is at least `least`. Only where there is none it lies
 * over the target, within the viewport.
 *
 * @param panel As high as it would like to be.
 * @param least The height below which its buttons or its text would not be seen.
 */
export function squeezePlace(target: Rect, panel: Size & { least: number }, room: Room): Squeezed {
  const most = room.viewport.height - 2 * room.margin
  const easy = choosePlace(target, panel, room)
  if (easy.fits) return { ...easy, limit: most, over: false }
  const options = sidesOf(room.preferred).map((side) => {
    const upright = side === 'top' || side === 'bottom'
    const free = freeAt(side, target, room)
    const height = upright ? free : free < panel.width ? 0 : most
    return { side, limit: Math.min(panel.height, height) }
  })
  const best = options.reduce((one, other) => (other.limit > one.limit ? other : one))
  const over = best.limit < panel.least
  const limit = Math.floor(over ? most : best.limit)
  const side = over ? easy.side : best.side
  const size = { width: panel.width, height: Math.min(panel.height, limit) }
  return { side, ...placeAt(side, { target, panel: size }, room), limit, over, fits: false }
}
