import { readNode } from '../../node/read-node.ts'

/** Also of a frame, whose elements are no `instanceof` ours. */
export function isElement(node: Node): node is Element {
  return readNode(node, 'nodeType') === Node.ELEMENT_NODE
}
