import { ofDocument } from '../../node/of-document.ts'
import { rectOf } from '../../node/read-node.ts'
import { containersOf, frameOf, insideOf, pageOf, scaleOf, type Container } from './ancestors.ts'
import { boxOf, intersect, mapBox, type Box } from './box.ts'

/** Where a target is on our page, in px of our viewport, whatever frames it is in. */
export interface Seen {
  whole: Box
  /** What boxes that clip leave of it; empty if nothing. */
  part: Box
  /** How much larger than in its own document it is drawn here. */
  scale: number
}

/** Measures only: changes nothing. Our own viewport is not among what clips. */
export function seenPart(target: Element): Seen {
  let whole = boxOf(rectOf(target))
  let part = whole
  let scale = 1
  for (let element: Element | undefined = target; element;) {
    part = clipped(part, element)
    const frame = frameOf(element)
    if (frame) {
      const out = wayOut(frame)
      whole = mapBox(whole, out)
      part = intersect(mapBox(part, out), windowOf(frame))
      scale *= scaleOf(frame)
    }
    element = frame
  }
  return { whole, part, scale }
}

function clipped(part: Box, element: Element): Box {
  return containersOf(element)
    .found.filter(clips)
    .map(({ box }) => insideOf(box))
    .reduce(intersect, part)
}

/** What the root element and, for it, the body say of overflow is the viewport's. */
function clips({ box, style }: Container): boolean {
  const page = pageOf(box)
  const root = ofDocument('documentElement', page)
  if (box === root || style.display === 'inline') return false
  const isBody = box === ofDocument('body', page)
  if (isBody && getComputedStyle(root).overflow === 'visible') return false
  return style.overflow !== 'visible' || /paint|strict|content/.test(style.contain)
}

/** From a frame's own px to those of the document that the frame is in. */
export function wayOut(frame: HTMLElement): (x: number, y: number) => [number, number] {
  const { left, top } = windowOf(frame)
  const scale = scaleOf(frame)
  return (x, y) => [left + x * scale, top + y * scale]
}

/** What a frame shows of its document, within borders and padding. */
function windowOf(frame: HTMLElement): Box {
  const { left, top, right, bottom } = insideOf(frame)
  const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(frame)
  const scale = scaleOf(frame)
  return {
    left: left + Number.parseFloat(paddingLeft) * scale,
    top: top + Number.parseFloat(paddingTop) * scale,
    right: right - Number.parseFloat(paddingRight) * scale,
    bottom: bottom - Number.parseFloat(paddingBottom) * scale,
  }
}
