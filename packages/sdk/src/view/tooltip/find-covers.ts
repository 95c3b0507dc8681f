import { readNode, rectOf } from '../../node/read-node.ts'
import { holds, pageOf, parentOf } from './ancestors.ts'
import { boxOf, type Box } from './box.ts'

/** What lies over the edges of a box that scrolls: how far it reaches in, in px. */
export interface Covers {
  top: number
  bottom: number
}

/** A bar may float a little off the edge that it belongs to. */
const FLOAT_PX = 24
/** What is higher than this share of the box is no bar but a layer. */
const BAR = 0.6

/**
 * The bars that stay in place while the page scrolls (fixed and sticky ones), found by hit tests at
 * the edges of `port` and of `box`, which is where the target is.
 */
export function findCovers(target: Element, port: Box, box: Box): Covers {
  const left = Math.max(port.left, box.left)
  const right = Math.min(port.right, box.right)
  const covers = { top: 0, bottom: 0 }
  for (const y of [port.top, box.top, box.bottom - 2, port.bottom - 2]) {
    if (y < port.top || y + 2 > port.bottom) continue
    for (const x of [left + 2, (left + right) / 2, right - 2]) {
      const bar = barAt(target, x, y + 1)
      if (!bar || bar.bottom - bar.top > BAR * (port.bottom - port.top)) continue
      const isTop = bar.top <= port.top + FLOAT_PX
      if (isTop) covers.top = Math.max(covers.top, bar.bottom - port.top)
      else if (bar.bottom < port.bottom - FLOAT_PX) continue
      else covers.bottom = Math.max(covers.bottom, port.bottom - bar.top)
    }
  }
  return covers
}

function barAt(target: Element, x: number, y: number): Box | undefined {
  for (let element = hitAt(pageOf(target), x, y); element; element = parentOf(element)) {
    if (holds(element, target)) return undefined
    const { position } = getComputedStyle(element)
    if (position === 'fixed' || position === 'sticky') return boxOf(rectOf(element))
  }
  return undefined
}

/** The innermost element there, through open shadow roots; ours are none of the page's. */
function hitAt(page: Document, x: number, y: number): Element | undefined {
  // Through the prototype: elements may be named like the methods of the document.
  const hits = Document.prototype.elementsFromPoint.call(page, x, y)
  let hit = hits.find(({ localName }) => localName !== 'firstwin-root')
  for (let inner = hit; inner; hit = inner) {
    const next = readNode(inner, 'shadowRoot')?.elementFromPoint(x, y) ?? undefined
    inner = next === inner ? undefined : next
    if (!inner) break
  }
  return hit
}
