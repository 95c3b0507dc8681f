/** A place that selectors are asked in: the page, an open shadow root, the document of a frame. */
export type Root = Document | ShadowRoot

/** What holds our own panels, which are nobody's target. */
const OURS = 'firstwin-root'

/** Beside custom elements, these get a shadow root, perhaps when nothing else changes. */
const MAY_GROW = /^(?:article|aside|div|main|section)$/

/** The root itself, then every open shadow root and frame of the same origin in it, at any depth. */
export function rootsIn(root: Root): Root[] {
  return [root, ...queryIn(root, '*').flatMap((element) => rootsOf(element).flatMap(rootsIn))]
}

/** What the element opens: its shadow root, or the document of its frame. At most one. */
export function rootsOf(element: Element): Root[] {
  const { shadowRoot, localName } = element
  // A form shows its field of this name instead.
  const isOpen = shadowRoot?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && localName !== OURS
  if (isOpen) return [shadowRoot]
  const inner = 'contentDocument' in element ? element.contentDocument : undefined
  return isDocument(inner) ? [inner] : []
}

/** Elements without a shadow root that may get one. An empty `<div>` may, a full one hardly. */
export function mayGrow(root: Root): Element[] {
  return queryIn(root, '*').filter(({ localName, shadowRoot, firstChild }) => {
    const isCustom = localName.includes('-')
    return (
      !shadowRoot && localName !== OURS && (isCustom || (!firstChild && MAY_GROW.test(localName)))
    )
  })
}

/** Whether a node is one of these: the highest above one that is not in the page is none. */
export function isRoot(node: Node): node is Root {
  return node.nodeType === Node.DOCUMENT_NODE || node.nodeType === Node.DOCUMENT_FRAGMENT_NODE
}

/** Of another realm, so that `instanceof` does not know it. */
function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    'nodeType' in value &&
    value.nodeType === Node.DOCUMENT_NODE
  )
}

/**
 * All matches in one root, without those in the roots of its elements; none if `selector` is no CSS.
 * On the prototype, because an element may be named "querySelectorAll".
 */
export function queryIn(root: Root, selector: string): Element[] {
  const { prototype } = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? DocumentFragment : Document
  try {
    return [...prototype.querySelectorAll.call(root, selector)]
  } catch {
    return []
  }
}
