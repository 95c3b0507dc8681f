/**
 * All matches in the page; none if `selector` is no CSS. Called on the prototype, because an element
 * named "querySelectorAll" would stand in the way of `document.querySelectorAll`.
 */
export function queryAll(selector: string): Element[] {
  try {
    return [...Document.prototype.querySelectorAll.call(document, selector)]
  } catch {
    return []
  }
}
