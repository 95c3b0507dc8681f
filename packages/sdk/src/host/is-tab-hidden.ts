/** Whether the user looks at another tab. An element named "hidden" would stand in document's way. */
export function isTabHidden(): boolean {
  return Reflect.get(Document.prototype, 'hidden', document)
}
