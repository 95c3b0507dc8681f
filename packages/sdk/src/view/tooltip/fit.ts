import { rectOf } from '../../node/read-node.ts'
import { mapBox, type Box } from './box.ts'
import type { Measured } from './measure.ts'

/** Where our own px lie on the viewport: a page that zooms its root or turns its text moves them. */
export interface Fit {
  x: number
  y: number
  scale: number
}

export const EXACT: Fit = { x: 0, y: 0, scale: 1 }

/** What must be so, if the ring was told to be at `written` and is drawn where it is. */
export function fitOf(ring: HTMLElement): Fit {
  const { translate, width } = ring.style
  const [left = 0, top = 0] = translate.split(' ').map((length) => Number.parseFloat(length))
  const drawn = rectOf(ring)
  const told = Number.parseFloat(width)
  if (!isStyled(ring) || !(told > 0 && drawn.width > 0)) return EXACT
  const scale = round(drawn.width / told, 1000)
  return { x: round(drawn.x - left * scale, 10), y: round(drawn.y - top * scale, 10), scale }
}

/** WebKit may apply our style sheets a frame late: what is measured before is of no use. */
export function isStyled(ring: HTMLElement): boolean {
  return getComputedStyle(ring).position === 'fixed'
}

/** The same in our own px. */
export function toOwn(measured: Measured, { x, y, scale }: Fit): Measured {
  const own = (box: Box): Box => mapBox(box, (left, top) => [(left - x) / scale, (top - y) / scale])
  const { whole, part, viewport, view, focused, corner } = measured
  return {
    ...measured,
    whole: own(whole),
    part: own(part),
    viewport: own(viewport),
    view: own(view),
    focused: focused && own(focused),
    corner: corner / scale,
  }
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps
}
