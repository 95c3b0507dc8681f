import type { Stage } from '../part.ts'
import { withLate } from '../with-late.ts'
import { choosePlace } from './choose-place.ts'
import type { Side } from './choose-place.ts'
import { seenOf } from './in-view.ts'
import { pageRect } from './page-rect.ts'
import { placeArrow } from './place-arrow.ts'
import { placeRing } from './place-ring.ts'

/** From the edge of the target: the arrow (8) and what the ring stands off (6), less their overlap. */
const GAP_PX = 13
const MARGIN_PX = 8

/**
 * Brings the target into view, puts the panel beside it and the ring around it, and keeps them there
 * through scrolls, resizes and layout shifts. Nothing is painted before it is measured.
 */
export function followTarget(
  target: Element,
  preferred: Side = 'bottom',
  stage: Stage<unknown>,
): void {
  const { panel, signal, reduced } = stage
  const ring = panel.parentElement?.querySelector<HTMLElement>('.ring') ?? undefined
  const moved = panel.dataset['side'] && !reduced() ? [panel, ...(ring ? [ring] : [])] : []
  const before = moved.map((element) => ({ element, from: element.getBoundingClientRect() }))
  if (seenOf(target) !== 'whole') {
    const behavior = reduced() ? 'instant' : 'smooth'
    target.scrollIntoView({ block: 'center', inline: 'nearest', behavior })
  }

  const place = (): void => settleAt({ target, panel, ring }, preferred)
  place()
  withLate(({ glide, watchMoves }) => {
    if (signal.aborted) return
    glide(before)
    watchMoves({ target, panel }, place, signal)
  })
}

interface Parts {
  target: Element
  panel: HTMLElement
  ring: HTMLElement | undefined
}

/** Reads first, then writes: one layout. */
function settleAt({ target, panel, ring }: Parts, preferred: Side): void {
  const rect = pageRect(target)
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const room = { viewport: { width, height: Math.min(height, innerHeight) }, preferred }
  const spot = choosePlace(rect, size, { ...room, gap: GAP_PX, margin: MARGIN_PX })
  const corner = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
  // A target that was scrolled out of its box takes the panel with it.
  const away = seenOf(target) === 'none'

  panel.style.translate = `${spot.x}px ${spot.y}px`
  panel.toggleAttribute('data-away', away)
  panel.dataset['side'] = spot.side
  placeArrow(panel, { ...spot, rect, size })
  if (!ring) return
  ring.toggleAttribute('data-away', away)
  placeRing(ring, rect, corner)
}
