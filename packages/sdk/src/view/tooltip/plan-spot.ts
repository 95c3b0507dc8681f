import { areaOf, boxOf, intersect, mapBox, rectOf, type Box } from './box.ts'
import { placeAt } from './choose-place.ts'
import type { Rect, Room, Side } from './choose-place.ts'
import { dodgePlace, hides, type Avoid } from './dodge-place.ts'
import type { Measured } from './measure.ts'
import { GAP_PX, MARGIN_PX, type Spot } from './put-panel.ts'
import { squeezePlace } from './squeeze-place.ts'

export interface Plan extends Spot {
  /** The most that the panel's height may be, in px. */
  limit: number
  /** The panel has left its target's side, or lies over it: no arrow. */
  apart: boolean
  /** Only the head of the panel shows. */
  folded: boolean
}

/** The share of the height that a panel takes at most, and a height that it may always take. */
const MOST = 0.6
const LOW_PX = 154
/** As much of a large target as must be in view for the panel to stay. */
const ENOUGH_PX = 32

/** Where everything goes. Pure. */
export function planSpot(measured: Measured, preferred: Side): Plan {
  const { view, part, panel, corner } = measured
  const toView = (box: Box): Rect => rectOf(mapBox(box, (x, y) => [x - view.left, y - view.top]))
  const room: Room = { viewport: toView(view), preferred, gap: GAP_PX, margin: MARGIN_PX }
  const target = toView(part)
  const plain = beside(target, panel, room)
  const focused = measured.focused && toView(measured.focused)
  const isInWay = focused && hides({ ...plain, ...plain.size }, focused)
  const spot = isInWay ? dodge(plain, { target, focused }, { panel, room }) : plain
  return {
    ...spot,
    x: spot.x + view.left,
    y: spot.y + view.top,
    rect: rectOf(part),
    around: around(measured),
    corner,
    away: isAway(measured),
  }
}

type Standing = Omit<Plan, 'rect' | 'around' | 'corner' | 'away'>

function beside(target: Rect, panel: Measured['panel'], room: Room): Standing {
  const cap = Math.floor(Math.max(MOST * room.viewport.height, LOW_PX, panel.least))
  const wanted = { ...panel, height: Math.min(panel.height, cap) }
  const { over: apart, ...place } = squeezePlace(target, wanted, room)
  const limit = Math.min(cap, place.limit)
  const size = { width: panel.width, height: Math.min(wanted.height, limit) }
  return { ...place, limit, size, apart, folded: false }
}

interface Sizes {
  panel: Measured['panel']
  room: Room
}

/** Makes way for what has the focus: elsewhere, else as small as it can be, until the focus is gone. */
function dodge(plain: Standing, avoid: Avoid, { panel, room }: Sizes): Standing {
  const heights = [plain.size.height, panel.least, panel.head]
  const sizes = heights.map((height) => ({ width: panel.width, height }))
  const { target } = avoid
  const { side, x, y, size } = dodgePlace(avoid, sizes, room)
  const stays = areaOf(intersect(boxOf({ x, y, ...size }), boxOf(target))) === 0
  const faces = stays && placeAt(side, { target, panel: size }, room)
  const apart = !faces || faces.x !== x || faces.y !== y
  const folded = size.height < Math.min(panel.least, plain.size.height)
  return { ...plain, side, x, y, size, apart, folded, limit: size.height }
}

/** The ring goes round the target; where a box cuts the target off, it ends at that edge. */
function around({ whole, part, ringGap }: Measured): Rect {
  const edge = (side: keyof Box, inwards: number): number =>
    Math.abs(whole[side] - part[side]) < 0.5 ? whole[side] : part[side] + inwards
  return rectOf({
    left: edge('left', ringGap),
    top: edge('top', ringGap),
    right: edge('right', -ringGap),
    bottom: edge('bottom', -ringGap),
  })
}

/** Less is in view than is worth pointing at. */
function isAway({ whole, part }: Measured): boolean {
  const wide = Math.min((whole.right - whole.left) / 2, ENOUGH_PX)
  const high = Math.min((whole.bottom - whole.top) / 2, ENOUGH_PX)
  return part.right - part.left < wide || part.bottom - part.top < high
}
