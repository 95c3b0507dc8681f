import { frameOf, hostOf, isHtml } from './ancestors.ts'
import { FOCUSABLE } from './focusable-in.ts'

/** What Tab stops at within this tree, in its order, through open shadow roots. */
function tabStopsIn(tree: ParentNode): HTMLElement[] {
  return [...elementsIn(tree)].flatMap((element) => {
    const own = isTabStop(element) ? [element] : []
    return element.shadowRoot ? own.concat(tabStopsIn(element.shadowRoot)) : own
  })
}

/** Through the prototype: elements may be named like the methods of the document. */
function elementsIn(tree: ParentNode): NodeListOf<Element> {
  return tree.nodeType === Node.DOCUMENT_NODE
    ? Document.prototype.querySelectorAll.call(tree, '*')
    : tree.querySelectorAll('*')
}

/** What Tab stops at in the target, itself included. */
export function tabStopsOf(target: Element): HTMLElement[] {
  const own = isTabStop(target) ? [target] : []
  const inner = target.shadowRoot ? tabStopsIn(target.shadowRoot) : []
  return [...own, ...inner, ...tabStopsIn(target)]
}

/** The stop that comes before (or after) the target, in its document or in the one around that. */
export function stopBeside(target: Element, way: 'before' | 'after'): HTMLElement | undefined {
  for (
    let element: Element | undefined = target;
    element;
    element = hostOf(element.getRootNode()) ?? frameOf(element)
  ) {
    const at = element
    const root = at.getRootNode()
    const mask =
      way === 'before' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
    const around = Node.DOCUMENT_POSITION_CONTAINS | Node.DOCUMENT_POSITION_CONTAINED_BY
    const stops = isTree(root) ? tabStopsIn(root) : []
    const beside = stops.filter((stop) => {
      const place = at.compareDocumentPosition(topIn(root, stop))
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
    element.matches(FOCUSABLE) &&
    element.getClientRects().length > 0 &&
    !element.closest('[inert], firstwin-root')
  )
}

function isTree(root: Node): root is Node & ParentNode {
  return 'querySelectorAll' in root
}

/** The element of this tree that holds the stop in its shadow. */
function topIn(root: Node, stop: Element): Element {
  const tree = stop.getRootNode()
  const host = tree === root ? undefined : hostOf(tree)
  return host ? topIn(root, host) : stop
}
