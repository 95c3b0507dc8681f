/** The element that this one stands in, out of shadow roots too. */
export function outer(element: Element): Element | undefined {
  const root = element.getRootNode()
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
}

/** As `closest`, out of shadow roots too. */
export function outerClosest(from: Element | undefined, selector: string): Element | undefined {
  let at = from
  while (at && !at.matches(selector)) at = outer(at)
  return at
}
