interface Held {
  assignedSlot?: Element | null
  host?: Element
  defaultView?: Window | null
}

/**
 * The node and all that holds it, as it is drawn: slots and parents, the host of its shadow root, the
 * frame of its document, up to the page that we run in.
 */
export function holdersOf(node: Node & Held): Node[] {
  if (node === document) return [node]
  const up = node.assignedSlot ?? node.parentNode ?? outerOf(node)
  return up ? [node, ...holdersOf(up)] : [node]
}

/** Links have a `host` as well, which is no element. */
function outerOf({ nodeType, host, defaultView }: Node & Held): Node | null | undefined {
  return nodeType === Node.DOCUMENT_FRAGMENT_NODE ? host : defaultView?.frameElement
}

/** The frames that an element is in, the innermost first. None for the page itself. */
export function framesAround({ ownerDocument }: Element): Element[] {
  const frame = ownerDocument === document ? undefined : ownerDocument.defaultView?.frameElement
  return frame ? [frame, ...framesAround(frame)] : []
}
