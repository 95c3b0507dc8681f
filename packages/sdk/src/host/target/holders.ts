import { ofDocument } from '../../node/of-document.ts'
import { isElement } from './is-element.ts'
import { readNode } from '../../node/read-node.ts'

interface Held {
  host?: Element
  defaultView?: Window | null
}

/**
 * The node and all that holds it, as it is drawn: slots and parents, the host of its shadow root, the
 * frame of its document, up to the page that we run in.
 */
export function holdersOf(node: Node): Node[] {
  if (node === document) return [node]
  const up = upFrom(node)
  return up ? [node, ...holdersOf(up)] : [node]
}

/** Links have a `host` as well, which is no element, and forms have what fields they have. */
function upFrom(node: Node & Held): Node | null | undefined {
  const slot = isElement(node) ? readNode(node, 'assignedSlot') : undefined
  const up = slot ?? readNode(node, 'parentNode')
  if (up || isElement(node)) return up
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? node.host : node.defaultView?.frameElement
}

/** The frames that an element is in, the innermost first. None for the page itself. */
export function framesAround(element: Element): Element[] {
  const page = readNode(element, 'ownerDocument')
  const frame = page === document ? undefined : ofDocument('defaultView', page)?.frameElement
  return frame ? [frame, ...framesAround(frame)] : []
}
