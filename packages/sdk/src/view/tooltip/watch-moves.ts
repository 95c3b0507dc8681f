import { ofDocument } from '../../node/of-document.ts'
import { frameOf, pageOf, parentOf, rootOf } from './ancestors.ts'
import { quietly } from '../../quietly.ts'
import type { Anchored } from './measure.ts'
import { watchSizes } from './watch-sizes.ts'
import { watchShifts } from './watch-shifts.ts'

/** What stood still for so many frames is at rest. */
const REST_FRAMES = 12
/** After a change of the page: what follows from it is in one of the next frames, or has its own sign. */
const AFTER_CHANGE = 9
/** What makes things move. Captured, because scrolling does not bubble. */
const SIGNS =
  'scroll scrollend resize transitionrun transitionstart transitionend animationstart animationend toggle load focusin focusout fullscreenchange'
const CHANGES = { attributes: true, characterData: true, childList: true, subtree: true }

/**
 * Calls `look` in each frame in which something may move, until it has said for a while that nothing
 * has; at rest it costs nothing. A change of the page or of a size is seen in the same frame.
 *
 * @param look Called with `false` while sizes are observed, when no size may change.
 */
export function watchMoves(
  { target, panel }: Anchored,
  look: (canResize?: boolean) => boolean,
  signal: AbortSignal,
): void {
  let frame = 0
  let still = 0
  let shifts = new AbortController()
  const heard = new Set<Node>()

  const onFrame: () => void = quietly(() => {
    // First, so that the next sign wakes us even if this goes wrong.
    frame = 0
    const moved = look()
    still = moved ? 0 : still + 1
    if (still >= REST_FRAMES) return rearm()
    frame = requestAnimationFrame(onFrame)
    // What moved of late may move again in a callback after this one.
    if (still < AFTER_CHANGE) sizes.afterLayout()
    else sizes.rest()
  }, signal)
  const wake = (from = 0): void => {
    still = frame === 0 ? from : Math.min(still, from)
    if (frame === 0) frame = requestAnimationFrame(onFrame)
  }
  const sizes = watchSizes(panel, () => look(false) && wake(), signal)
  const changes = new MutationObserver(
    quietly(() => {
      wake(AFTER_CHANGE)
      sizes.afterLayout()
    }, signal),
  )
  const listen = (on: EventTarget): void => {
    for (const sign of SIGNS.split(' ')) {
      on.addEventListener(sign, () => wake(), { capture: true, passive: true, signal })
    }
  }
  // At rest, because by now the target may be in another place of the tree.
  const rearm = (): void => {
    shifts.abort()
    shifts = new AbortController()
    watchShifts(target, () => wake(), shifts.signal)
    for (const element of chainOf(target)) {
      sizes.observe(element)
      const root = rootOf(element)
      if (heard.has(root)) continue
      heard.add(root)
      changes.observe(root, CHANGES)
      // On window, because elements may be named like the methods of the document.
      const page = pageOf(element)
      listen(root === page ? (ofDocument('defaultView', page) ?? root) : root)
    }
  }

  for (const part of [panel, ...panel.querySelectorAll('.body > *')]) sizes.observe(part)
  if (window.visualViewport) listen(window.visualViewport)
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    changes.disconnect()
    shifts.abort()
  })
  rearm()
  wake()
}

/** The target and all that it is in, through slots, shadow roots and frames. */
function chainOf(target: Element): Element[] {
  const chain: Element[] = []
  for (let element: Element | undefined = target; element;) {
    chain.push(element)
    element = parentOf(element) ?? frameOf(element)
  }
  return chain
}
