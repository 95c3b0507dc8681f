import { readNode } from '../../node/read-node.ts'

/** A place that selectors are asked in: the page, an open shadow root, the document of a frame. */
export type Root = Document | ShadowRoot

/** What holds our own panels, which are nobody's target. */
const OURS = 'firstwin-root'

/** What a page is made of, for selectors. */
export interface Survey {
  /** The root itself, then every open shadow root and frame of the same origin in it, at any depth. */
  roots: Root[]
  /** Elements without a shadow root that may get one. An empty `<div>` may, a full one hardly. */
  growing: Element[]
}

const EMPTY = /^(?:article|aside|div|main|section)$/

/** Looks at every element once: what there is to be followed, and to be searched. */
export function survey(root: Root, found: Survey = { roots: [], growing: [] }): Survey {
  found.roots.push(root)
  for (const element of queryIn(root, '*')) {
    const localName = readNode(element, 'localName')
    const inner = rootOf(element)
    if (inner) survey(inner, found)
    else if (localName === OURS) continue
    else if (localName.includes('-') || (EMPTY.test(localName) && !element.firstChild)) {
      found.growing.push(element)
    }
  }
  return found
}

interface Door {
  contentDocument?: Document | null
}

/** What the element opens: its shadow root, or the document of its frame. */
export function rootOf(element: Element & Door): Root | undefined {
  const inner = element.shadowRoot ?? element.contentDocument
  if (!inner) return undefined
  // A form shows its fields of these names instead; what is in a frame is no `instanceof` ours.
  return isRoot(inner) && element.localName !== OURS ? inner : undefined
}

/** Whether a node is one of these: the highest above one that is not in the page is none. */
export function isRoot(node: Node): node is Root {
  return node.nodeType === Node.DOCUMENT_NODE || node.nodeType === Node.DOCUMENT_FRAGMENT_NODE
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
