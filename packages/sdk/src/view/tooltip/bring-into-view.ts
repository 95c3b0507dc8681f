import { ofDocument } from '../../node/of-document.ts'
import { rectOf } from '../../node/read-node.ts'
import { containersOf, frameOf, pageOf } from './ancestors.ts'
import { boxOf, mapBox, type Box } from './box.ts'
import { findCovers } from './find-covers.ts'
import { documentScroller, isScroller, scrollerOf, type Scroller } from './scroller.ts'
import { wayOut } from './seen-part.ts'

export interface Wish {
  behavior: ScrollBehavior
  /** Of our own document, without scroll bars. */
  viewport: Box
  /** How much room above or below the target the panel wants, in px. */
  need: number
  /** Where that room should be, if it cannot be at both ends. */
  end: 'top' | 'bottom'
  /** The panel has no room although the target may be in view: move the target to make some. */
  makesRoom: boolean
}

/** For the ring around the target. */
const EDGE_PX = 8

/**
 * Scrolls what is around the target so that all of it can be seen: within what each box shows, less
 * its `scroll-padding` and the bars that lie over it. What is in view already stays where it is.
 *
 * @returns Whether anything moves. With `behavior: 'smooth'` it has only begun.
 */
export function bringIntoView(target: Element, wish: Wish): boolean {
  let moves = false
  let box = boxOf(rectOf(target))
  for (let element: Element | undefined = target; element;) {
    for (const scroller of scrollersOf(element, wish)) {
      const by = reveal(element, { box, scroller }, wish)
      box = mapBox(box, (x, y) => [x - by.x, y - by.y])
      moves ||= Math.abs(by.x) + Math.abs(by.y) >= 1
    }
    const frame = frameOf(element)
    if (frame) box = mapBox(box, wayOut(frame))
    element = frame
  }
  return moves
}

function scrollersOf(element: Element, { viewport }: Wish): Scroller[] {
  const page = pageOf(element)
  const { found, isFixed } = containersOf(element)
  const boxes = found.filter(isScroller).map(({ box }) => scrollerOf(box))
  const view = ofDocument('defaultView', page)
  const size = { left: 0, top: 0, right: view?.innerWidth ?? 0, bottom: view?.innerHeight ?? 0 }
  const whole = isFixed ? undefined : documentScroller(page, page === document ? viewport : size)
  return whole ? [...boxes, whole] : boxes
}

interface Reveal {
  box: Box
  scroller: Scroller
}

function reveal(element: Element, { box, scroller }: Reveal, wish: Wish): { x: number; y: number } {
  const { port } = scroller
  const padding = paddingOf(scroller)
  const covers = findCovers(element, port, box)
  const free = {
    left: port.left + padding.left,
    right: port.right - padding.right,
    top: port.top + Math.max(padding.top, covers.top),
    bottom: port.bottom - Math.max(padding.bottom, covers.bottom),
  }
  const margin = marginOf(element)
  const isLast = scroller.port === wish.viewport
  const y = shiftOf(
    { start: box.top, end: box.bottom, before: margin.top, after: margin.bottom },
    { start: free.top, end: free.bottom },
    isLast ? { ...wish, centres: true } : { ...INNER, centres: true },
  )
  const x = shiftOf(
    { start: box.left, end: box.right, before: margin.left, after: margin.right },
    { start: free.left, end: free.right },
    INNER,
  )
  return x || y ? scroller.scrollBy(x, y, wish.behavior) : { x, y }
}

interface Span {
  start: number
  end: number
}

interface Aim extends Pick<Wish, 'need' | 'end' | 'makesRoom'> {
  centres?: boolean
}

/** The panel need not have its place within a box that scrolls. */
const INNER = { need: 0, end: 'bottom', makesRoom: false } as const

/** How far to scroll along one axis. */
function shiftOf(box: Span & { before: number; after: number }, port: Span, wish: Aim): number {
  const size = box.end - box.start
  const room = port.end - port.start
  const seen = Math.min(box.end, port.end) - Math.max(box.start, port.start)
  const hasMargin = box.start - box.before >= port.start && box.end + box.after <= port.end
  const isIn = seen >= Math.min(size, room / 2) - 0.5 && (hasMargin || size > room / 2)
  if (isIn && !(wish.makesRoom && size < room / 2)) return 0
  const before = Math.max(EDGE_PX, box.before)
  const after = Math.max(EDGE_PX, box.after)
  if (size + before + after > room) return box.start - port.start
  const toStart = box.start - before - port.start
  const toEnd = box.end + after - port.end
  if ((room - size) / 2 < wish.need) return wish.end === 'bottom' ? toStart : toEnd
  if (wish.centres) return (box.start + box.end - port.start - port.end) / 2
  return toStart < 0 ? toStart : Math.max(0, toEnd)
}

function paddingOf({ element, port }: Scroller): Box {
  const style = getComputedStyle(element)
  const width = port.right - port.left
  const height = port.bottom - port.top
  return {
    left: toPx(style.scrollPaddingLeft, width),
    right: toPx(style.scrollPaddingRight, width),
    top: toPx(style.scrollPaddingTop, height),
    bottom: toPx(style.scrollPaddingBottom, height),
  }
}

function marginOf(element: Element): Box {
  const style = getComputedStyle(element)
  return {
    left: toPx(style.scrollMarginLeft, 0),
    right: toPx(style.scrollMarginRight, 0),
    top: toPx(style.scrollMarginTop, 0),
    bottom: toPx(style.scrollMarginBottom, 0),
  }
}

/** `auto` is none. */
function toPx(value: string, whole: number): number {
  const number = Number.parseFloat(value) || 0
  return value.endsWith('%') ? (number * whole) / 100 : number
}
