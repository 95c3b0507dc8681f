/**
 * Called on the prototype, because an element named "createElement" would stand in the way of
 * `document.createElement`.
 */
export function makeElement(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag)
}
