import { matches, readNode } from '../../node/read-node.ts'
import { isElement, frameOf, hostOf, isHtml, rootOf } from './ancestors.ts'
import { FOCUSABLE } from './focusable-in.ts'

/** What Tab stops at within this tree, in its order, through open shadow roots. */
function tabStopsIn(tree: ParentNode): HTMLElement[] {
  return [...elementsIn(tree)].flatMap((element) => {
    const own = isTabStop(element) ? [element] : []
    const shadow = readNode(element, 'shadowRoot')
    return shadow ? own.concat(tabStopsIn(shadow)) : own
  })
}

/** Through the prototype: elements may be named like the methods of the document or of a form. */
function elementsIn(tree: ParentNode): NodeListOf<Element> {
  const { prototype } = isElement(tree) ? Element : 'body' in tree ? Document : DocumentFragment
  return prototype.querySelectorAll.call(tree, '*')
}

/** What Tab stops at in the target, itself included. */
export function tabStopsOf(target: Element): HTMLElement[] {
  const own = isTabStop(target) ? [target] : []
  const shadow = readNode(target, 'shadowRoot')
  const inner = shadow ? tabStopsIn(shadow) : []
  return [...own, ...inner, ...tabStopsIn(target)]
}

/** The stop that comes before (or after) the target, in its document or in the one around that. */
export function stopBeside(target: Element, way: 'before' | 'after'): HTMLElement | undefined {
  for (
    let element: Element | undefined = target;
    element;
    element = hostOf(rootOf(element)) ?? frameOf(element)
  ) {
    const at = element
    const root = rootOf(at)
    const mask =
      way === 'before' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
    const around = Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_CONTAINED_BY
    const stops = isTree(root) ? tabStopsIn(root) : []
    const beside = stops.filter((stop) => {
      const place = Node.prototype.compareDocumentPosition.call(at, topIn(root, stop))
      return place & mask && !(place & around)
    })
    const found = beside.at(way === 'before' ? -1 : 0)
    if (found) return found
  }
  return undefined
}

function isTabStop(element: Element): element is HTMLElement {
  return (
    isHtml(element) &&
    matches(element, FOCUSABLE) &&
    // What is not to be seen cannot take the focus, although it has a place.
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true }) &&
    !Element.prototype.closest.call(element, '[inert], firstwin-root')
  )
}

function isTree(root: Node): root is Node & ParentNode {
  return 'querySelectorAll' in root
}

/** The element of this tree that holds the stop in its shadow. */
function topIn(root: Node, stop: Element): Element {
  const tree = rootOf(stop)
  const host = tree === root ? undefined : hostOf(tree)
  return host ? topIn(root, host) : stop
}
