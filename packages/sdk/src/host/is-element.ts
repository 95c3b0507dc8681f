/** Also of a frame, whose elements are no `instanceof` ours. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE
}
