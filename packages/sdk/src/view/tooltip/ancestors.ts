import { ofDocument } from '../../node/of-document.ts'
import { readNode, rectOf } from '../../node/read-node.ts'
import { boxOf, type Box } from './box.ts'

/** Also of a frame, whose elements are no `instanceof` ours. */
export function isElement(node: Node): node is Element {
  return readNode(node, 'nodeType') === Node.ELEMENT_NODE
}

/** Elements of other realms: no `instanceof`. */
export function isHtml(element: Element): element is HTMLElement {
  return 'offsetWidth' in element
}

/** The element around this one as it is drawn: through slots and shadow roots, not out of frames. */
export function parentOf(element: Element): Element | undefined {
  const up = readNode(element, 'assignedSlot') ?? readNode(element, 'parentNode') ?? undefined
  return up && isElement(up) ? up : hostOf(up)
}

/** The element whose shadow root this is. */
export function hostOf(root: Node | undefined): Element | undefined {
  return root && isShadow(root) ? root.host : undefined
}

/** Of other realms, too: no `instanceof`. Links have a `host` as well, and forms may have one. */
function isShadow(root: Node): root is ShadowRoot {
  return readNode(root, 'nodeType') === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root
}

/** The document that an element is in. */
export function pageOf(element: Element): Document {
  return readNode(element, 'ownerDocument')
}

/** As `getRootNode`, also of a form with a field of that name. */
export function rootOf(element: Element): Node {
  return Node.prototype.getRootNode.call(element)
}

/** The frame of this origin that the element's document is in; `undefined` in our own document. */
export function frameOf(element: Element): HTMLElement | undefined {
  const page = pageOf(element)
  const frame = page === document ? undefined : ofDocument('defaultView', page)?.frameElement
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
  const laidOut = isHtml(box) && readNode(box, 'offsetWidth')
  const scale = laidOut ? rectOf(box).width / laidOut : 1
  // Lengths of layout are rounded: what is nearly 1 is 1.
  return Math.abs(scale - 1) < 0.01 ? 1 : scale
}

/** What an element shows of its content: within its borders, without its scroll bars. */
export function insideOf(box: Element): Box {
  const outer = boxOf(rectOf(box))
  const width = readNode(box, 'clientWidth')
  if (!width) return outer
  const scale = scaleOf(box)
  const left = outer.left + readNode(box, 'clientLeft') * scale
  const top = outer.top + readNode(box, 'clientTop') * scale
  return {
    left,
    top,
    right: left + width * scale,
    bottom: top + readNode(box, 'clientHeight') * scale,
  }
}
