/**
 * A property of our document, or of a frame's, asked of the prototype: elements of the page that have its name
 * (`<img name="body">`) stand in the place of the document's own.
 */
export function ofDocument<Name extends keyof Document>(
  name: Name,
  page: Document = document,
): Document[Name] {
  return Reflect.get(Document.prototype, name, page)
}
