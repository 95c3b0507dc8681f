/**
 * A property of a node, asked of the prototype: a form shows its fields as properties of their names,
 * in the place of its own. Who walks up through a form by its `parentNode` may walk for ever.
 */
export function readNode<Name extends keyof HTMLElement>(
  node: Node,
  name: Name,
): HTMLElement[Name] {
  return Reflect.get(HTMLElement.prototype, name, node)
}

/** As `element.matches`, also of a form with a field of that name. */
export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector)
}

/** As `element.getAttribute`, also of a form with a field of that name. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name)
}

/** As `outer.contains`, also of a form with a field of that name. */
export function contains(outer: Node, inner: Node | null): boolean {
  return Node.prototype.contains.call(outer, inner)
}

/**
 * As `element.getBoundingClientRect`, also of a form with a field of that name. Where the page zooms
 * the element it is in px of the viewport in every engine.
 */
export function rectOf(element: Element): DOMRect {
  const rect = Element.prototype.getBoundingClientRect.call(element)
  // WebKit measures a zoomed element in its own px, and is the engine that cannot tell the zoom.
  if ('currentCSSZoom' in Element.prototype) return rect
  const zoom = zoomOf(element)
  return new DOMRect(rect.x * zoom, rect.y * zoom, rect.width * zoom, rect.height * zoom)
}

/** How much the page zooms what is drawn in this element: 1 where it does not. */
export function zoomOf(element: Element): number {
  if ('currentCSSZoom' in Element.prototype) return readNode(element, 'currentCSSZoom')
  let zoom = 1
  for (let at: Element | undefined = element; at; at = around(at)) {
    zoom *= Number(getComputedStyle(at).zoom) || 1
  }
  return zoom
}

function around(element: Element): Element | undefined {
  const root = Node.prototype.getRootNode.call(element)
  const host = root instanceof ShadowRoot ? root.host : undefined
  return readNode(element, 'assignedSlot') ?? readNode(element, 'parentElement') ?? host
}
