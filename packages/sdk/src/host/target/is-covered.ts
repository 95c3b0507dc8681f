import { framesAround, holdersOf } from './holders.ts'
import { isElement } from './is-element.ts'
import { readNode, rectOf } from '../../node/read-node.ts'
import { isOpaque } from './is-opaque.ts'
import { labelsOf } from './labels-of.ts'
import { rootOf, type Root } from './roots.ts'

interface Point {
  x: number
  y: number
}

/** Where an element is probed, as parts of its width and height. */
const PROBES: readonly Point[] = [
  { x: 0.5, y: 0.5 },
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.1, y: 0.9 },
  { x: 0.9, y: 0.9 },
]

/**
 * Whether other elements lie over it, or over a frame that it is in, wherever it is probed. What is
 * transparent or fills the whole viewport covers nothing, nor do our own panels; and nothing is
 * covered outside the viewport.
 */
export function isCovered(element: Element): boolean {
  const { left, top, width, height } = rectOf(element)
  const friends = [element, ...labelsOf(element)]
  const probes = PROBES.map(({ x, y }) => ({ x: left + x * width, y: top + y * height }))
  if (probes.every((point) => isCoveredAt(friends, point))) return true
  const [frame] = framesAround(element)
  return frame !== undefined && probes.every((point) => isCoveredAt([frame], toOuter(frame, point)))
}

function isCoveredAt(friends: readonly Element[], point: Point): boolean {
  const [element] = friends
  const root = element && readNode(element, 'ownerDocument')
  const top = root && topmost(root, point)
  if (!element || !top) return false
  const above = holdersOf(top)
  const around = new Set<Node>(holdersOf(element))
  const isFriend = around.has(top) || friends.some((friend) => above.includes(friend))
  return !isFriend && isOpaque(above.filter(isElement), { around, point })
}

/** The uppermost element there that is not ours, also within shadow roots. */
function topmost(root: Root, { x, y }: Point): Element | undefined {
  const { prototype } = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ShadowRoot : Document
  const all = prototype.elementsFromPoint.call(root, x, y)
  const top = all.find(({ localName }) => localName !== 'firstwin-root')
  const inner = top?.shadowRoot ? rootOf(top) : undefined
  const within = inner && topmost(inner, { x, y })
  // A root without anything there says what lies outside of it.
  return within ?? top
}

/** A point in a frame as one of the page around it; the frame may be scaled, and have padding. */
function toOuter(frame: Element, { x, y }: Point): Point {
  const { left, top, width, height } = rectOf(frame)
  const full = 'offsetWidth' in frame && 'offsetHeight' in frame ? frame : undefined
  const scale = { x: width / Number(full?.offsetWidth), y: height / Number(full?.offsetHeight) }
  const { paddingLeft, paddingTop } = getComputedStyle(frame)
  return {
    x: left + (frame.clientLeft + Number.parseFloat(paddingLeft) + x) * (scale.x || 1),
    y: top + (frame.clientTop + Number.parseFloat(paddingTop) + y) * (scale.y || 1),
  }
}
