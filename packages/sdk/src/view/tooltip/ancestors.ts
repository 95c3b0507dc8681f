import { boxOf, type Box } from './box.ts'

/** Elements of other realms: no `instanceof`. */
export function isHtml(element: Element): element is HTMLElement {
  return 'offsetWidth' in element
}

/** The element around this one as it is drawn: through slots and shadow roots, not out of frames. */
export function parentOf(element: Element): Element | undefined {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element.parentNode ?? undefined)
}

/** The element whose shadow root this is. */
export function hostOf(root: Node | undefined): Element | undefined {
  return root && 'host' in root && isElement(root.host) ? root.host : undefined
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}

/** The frame of this origin that the element's document is in; `undefined` in our own document. */
export function frameOf({ ownerDocument }: Element): HTMLElement | undefined {
  const frame = ownerDocument === document ? undefined : ownerDocument.defaultView?.frameElement
  return frame && isHtml(frame) ? frame : undefined
}

/** As `contains`, through slots and shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | undefined = inner; at; at = parentOf(at)) if (at === outer) return true
  return false
}

export interface Container {
  box: HTMLElement | Element
  style: CSSStyleDeclaration
}

/**
 * The elements that the place of this one depends on, from the inside out, up to the document's
 * body: an absolute one does not scroll with a static parent, a fixed one with nothing.
 *
 * @returns `isFixed` where not even the document's own scrolling moves it.
 */
export function containersOf(element: Element): { found: Container[]; isFixed: boolean } {
  const found: Container[] = []
  let { position } = getComputedStyle(element)
  for (let box = parentOf(element); box; box = parentOf(box)) {
    const style = getComputedStyle(box)
    if (style.display === 'contents' || !contains(style, position)) continue
    found.push({ box, style })
    position = style.position
  }
  return { found, isFixed: position === 'fixed' }
}

function contains(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'fixed' && position !== 'absolute') return true
  const { transform, translate, scale, rotate, perspective, filter, contain, willChange } = style
  const moves = [transform, translate, scale, rotate, perspective, filter]
  return (
    (position === 'absolute' && style.position !== 'static') ||
    moves.some((value) => value !== 'none' && value) ||
    /paint|layout|strict|content/.test(contain) ||
    /transform|translate|scale|rotate|perspective|filter/.test(willChange)
  )
}

/** How much larger the element is drawn than it was laid out. */
export function scaleOf(box: Element): number {
  const { width } = box.getBoundingClientRect()
  const scale = isHtml(box) && box.offsetWidth ? width / box.offsetWidth : 1
  // Lengths of layout are rounded: what is nearly 1 is 1.
  return Math.abs(scale - 1) < 0.01 ? 1 : scale
}

/** What an element shows of its content: within its borders, without its scroll bars. */
export function insideOf(box: Element): Box {
  const outer = boxOf(box.getBoundingClientRect())
  if (!box.clientWidth) return outer
  const scale = scaleOf(box)
  const left = outer.left + box.clientLeft * scale
  const top = outer.top + box.clientTop * scale
  return {
    left,
    top,
    right: left + box.clientWidth * scale,
    bottom: top + box.clientHeight * scale,
  }
}
