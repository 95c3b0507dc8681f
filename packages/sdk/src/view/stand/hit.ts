import { readNode } from '../../node/read-node.ts'

/**
 * The innermost element that can be hit at this point of the viewport, through open shadow roots,
 * as if `except` were not there. What is inert cannot be hit.
 */
export function hit(x: number, y: number, except: Element): Element | undefined {
  let found: Element | undefined
  // On the prototype, because an element named "elementsFromPoint" would stand in the way.
  let hits = Document.prototype.elementsFromPoint.call(document, x, y)
  for (;;) {
    const next = hits.find((element) => element !== except)
    if (!next || next === found) return found
    found = next
    const shadow = readNode(next, 'shadowRoot')
    if (!shadow) return found
    hits = shadow.elementsFromPoint(x, y)
  }
}
