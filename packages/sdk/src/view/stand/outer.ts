import { matches, readNode } from '../../node/read-node.ts'

/** The element that this one stands in, out of shadow roots too. */
export function outer(element: Element): Element | undefined {
  const root = Node.prototype.getRootNode.call(element)
  const host = root instanceof ShadowRoot ? root.host : undefined
  return readNode(element, 'parentElement') ?? host
}

/** As `closest`, out of shadow roots too. */
export function outerClosest(from: Element | undefined, selector: string): Element | undefined {
  let at = from
  while (at && !matches(at, selector)) at = outer(at)
  return at
}
