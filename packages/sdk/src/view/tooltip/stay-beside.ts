import type { Stage } from '../part.ts'
import { bringIntoView, type Wish } from './bring-into-view.ts'
import type { Side } from './choose-place.ts'
import { isStyled } from './fit.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { measure, type Anchored } from './measure.ts'
import { GAP_PX, MARGIN_PX } from './put-panel.ts'
import { watchMoves } from './watch-moves.ts'

/** A scroll that has begun has ended when nothing moves for so many frames. */
const REST_FRAMES = 8
/** No smooth scroll takes longer. What still moves then moves for ever. */
const MOST_MS = 2000
/** After one box has come to rest another may scroll on for so many frames. */
const LATE_FRAMES = 20
/** The user takes over: whatever they scroll to is right. */
const TAKES_OVER = ['wheel', 'touchmove', 'pointerdown', 'keydown']

/**
 * Brings the target into view, once for each step, and keeps the panel and the ring where they
 * belong, through scrolls, resizes, zoom and layout shifts, until the stage's signal aborts.
 */
export function stayBeside(parts: Anchored, preferred: Side, stage: Stage<unknown>): void {
  const { signal, reduced, oops } = stage
  signal.addEventListener('error', (event) => oops?.(Reflect.get(event, 'error')))
  const { panel, ring } = parts
  const before = [panel.getBoundingClientRect(), ring.getBoundingClientRect()] as const
  const wasAway = panel.hasAttribute('data-away')
  const keeper = createKeeper(parts, preferred)
  const arrives = comesIntoView(parts, { preferred, keeper, reduced: reduced() })
  keeper.hide(arrives)
  keeper.look()
  // Where our px are not the viewport's, the first look found out.
  keeper.look()
  if (!arrives && !wasAway && !reduced()) keeper.glideFrom(before)
  watchMoves(parts, arrives ? arrival(parts, { keeper, preferred }, signal) : keeper.look, signal)
}

interface Coming {
  preferred: Side
  keeper: Keeper
  reduced?: boolean
}

/** Whether the page now scrolls to the target, which takes a while. */
function comesIntoView(parts: Anchored, coming: Coming): boolean {
  const step = parts.panel.querySelector<HTMLElement>('.step')
  // A target that was drawn anew is no reason to scroll again: the user may have scrolled away.
  if (!step || step.dataset['seen']) return false
  step.dataset['seen'] = 'yes'
  const behavior = coming.reduced ? 'instant' : 'smooth'
  const moves = bring(parts, coming, behavior)
  // What covers it may show only after the scroll.
  if (moves && behavior === 'instant') bring(parts, coming, behavior)
  return moves && behavior === 'smooth'
}

function bring(parts: Anchored, { preferred, keeper }: Coming, behavior: ScrollBehavior): boolean {
  const { fits, away } = keeper.plan()
  const { viewport, panel } = measure(parts)
  const wish: Wish = {
    behavior,
    viewport,
    need: panel.least + GAP_PX + MARGIN_PX,
    end: preferred === 'top' ? 'top' : 'bottom',
    makesRoom: !fits && !away && isStyled(parts.ring),
  }
  return bringIntoView(parts.target, wish)
}

/** Stays out of sight until the page has come to rest, then corrects what is still in the way. */
function arrival(
  parts: Anchored,
  coming: Coming,
  signal: AbortSignal,
): (canResize?: boolean) => boolean {
  const { keeper } = coming
  const arrived = new AbortController()
  const until = { capture: true, signal: AbortSignal.any([signal, arrived.signal]) }
  const begun = performance.now()
  let still = 0
  let sinceEnd = Number.NaN
  let isOurs = true
  for (const sign of TAKES_OVER) window.addEventListener(sign, () => (isOurs = false), until)
  window.addEventListener('scrollend', () => (sinceEnd = 0), until)

  return (canResize) => {
    const moved = keeper.look(canResize)
    if (arrived.signal.aborted) return moved
    still = moved ? 0 : still + 1
    sinceEnd += 1
    const isAtRest = still >= REST_FRAMES || (!moved && sinceEnd > 0)
    const isLate = sinceEnd > LATE_FRAMES || performance.now() - begun > MOST_MS
    if (!isAtRest && !isLate) return true
    arrived.abort()
    if (isOurs) bring(parts, coming, 'instant')
    keeper.hide(false)
    return keeper.look(canResize)
  }
}
