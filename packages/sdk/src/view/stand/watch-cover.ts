import { quietly } from '../../quietly.ts'
import type { Mount } from '../mount.ts'

/** The last resort where nothing tells of a change: twice in the time that a user needs to notice. */
const LOOK_MS = 250

/** Calls `onLook` now and then while something of ours is on screen, with what covers it, if anything. */
export function watchCover(
  { host, root }: Mount,
  onLook: (cover: Element | undefined) => void,
  signal: AbortSignal,
): void {
  const look = quietly(() => {
    if (!root.querySelector('.panel, .launcher')) return
    onLook(coverOf(host, root))
  }, signal)
  const timer = setInterval(look, LOOK_MS)
  // What came before us is there already.
  look()
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** What is hit in the middle of a panel instead of us; the inspector and what is shown do not fight. */
function coverOf(host: HTMLElement, root: HTMLElement): Element | undefined {
  for (const panel of root.querySelectorAll('.panel, .launcher')) {
    const { visibility, pointerEvents } = getComputedStyle(panel)
    if (visibility !== 'visible' || pointerEvents !== 'auto') continue
    const { x, y, width, height } = panel.getBoundingClientRect()
    const hit = elementAt(x + width / 2, y + height / 2, host.getRootNode())
    // Outside of the viewport nothing is hit.
    if (hit) return hit.localName === host.localName ? undefined : hit
  }
  return undefined
}

function elementAt(x: number, y: number, root: Node): Element | null {
  return root instanceof ShadowRoot
    ? root.elementFromPoint(x, y)
    : Document.prototype.elementFromPoint.call(document, x, y)
}
