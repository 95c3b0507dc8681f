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

/** As `element.getBoundingClientRect`, also of a form with a field of that name. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element)
}
