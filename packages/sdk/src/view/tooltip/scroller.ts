import { ofDocument } from '../../node/of-document.ts'
import { readNode } from '../../node/read-node.ts'
import { insideOf, pageOf, scaleOf, type Container } from './ancestors.ts'
import type { Box } from './box.ts'

/** Something that scrolls: an element, or a document in its window. */
export interface Scroller {
  element: Element
  /** What it shows, in px of its document's viewport. */
  port: Box
  scrollBy: (x: number, y: number, behavior: ScrollBehavior) => { x: number; y: number }
}

/** Whether the user could scroll it: what only scripts can scroll is left as it is. */
export function isScroller({ box, style }: Container): boolean {
  const { documentElement, body } = pageOf(box)
  if (box === documentElement) return false
  if (box === body && getComputedStyle(documentElement).overflow === 'visible') return false
  return /auto|scroll/.test(style.overflow)
}

export function scrollerOf(element: Element): Scroller {
  const scale = scaleOf(element)
  return {
    element,
    port: insideOf(element),
    scrollBy(x, y, behavior) {
      const wanted = { left: x / scale, top: y / scale }
      const end = endOf(element, wanted)
      scrollTo(element, { ...end, behavior })
      return { x: end.dx * scale, y: end.dy * scale }
    },
  }
}

/** The document of `page` in its window, unless it is locked. */
export function documentScroller(page: Document, port: Box): Scroller | undefined {
  const root = ofDocument('documentElement', page)
  const body = ofDocument('body', page)
  const { overflowY } = getComputedStyle(root)
  const ruling = overflowY === 'visible' ? getComputedStyle(body).overflowY : overflowY
  if (/hidden|clip/.test(ruling)) return undefined
  // Not `scrollingElement`: an image may be named so.
  const element = ofDocument('compatMode', page) === 'BackCompat' ? body : root
  // WebKit, which has it not, scrolls by px of the viewport.
  const zoom = root.currentCSSZoom ?? 1
  return {
    element,
    port,
    scrollBy(x, y, behavior) {
      const end = endOf(element, { left: x / zoom, top: y / zoom })
      scrollTo(element, { ...end, behavior })
      return { x: end.dx * zoom, y: end.dy * zoom }
    },
  }
}

type Scrolled = `scroll${'Left' | 'Top' | 'Width' | 'Height'}` | `client${'Width' | 'Height'}`

/** Where scrolling by so much would end. From right to left and in vertical text it counts down. */
function endOf(element: Element, by: { left: number; top: number }) {
  const read = (name: Scrolled): number => readNode(element, name)
  const scrollLeft = read('scrollLeft')
  const scrollTop = read('scrollTop')
  const { direction, writingMode } = getComputedStyle(element)
  const isMirrored =
    scrollLeft < 0 ||
    (writingMode === 'horizontal-tb' ? direction === 'rtl' : writingMode.endsWith('rl'))
  const rangeX = Math.max(0, read('scrollWidth') - read('clientWidth'))
  const [least, most] = isMirrored ? [-rangeX, 0] : [0, rangeX]
  const left = Math.max(least, Math.min(scrollLeft + by.left, most))
  const top = Math.max(0, Math.min(scrollTop + by.top, read('scrollHeight') - read('clientHeight')))
  return { left, top, dx: left - scrollLeft, dy: top - scrollTop }
}

/** As the method of the element, also of a form with a field of that name. */
function scrollTo(element: Element, end: ScrollToOptions): void {
  Element.prototype.scrollTo.bind(element)(end)
}
