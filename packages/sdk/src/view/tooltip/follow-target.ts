import type { Stage } from '../part.ts'
import { withBeside } from './with-beside.ts'
import { choosePlace } from './choose-place.ts'
import type { Side } from './choose-place.ts'
import { isClear } from './is-clear.ts'
import { GAP_PX, MARGIN_PX, putPanel } from './put-panel.ts'

/**
 * Puts the panel beside its target and the ring around it, and keeps them there. The first picture
 * is drawn at once where that is easy: the target lies open in this document, and the panel fits
 * beside it. For everything else (scrolling there, frames, small windows) the panel stays out of
 * sight until the late chunk has come, which also keeps it in its place from then on.
 */
export function followTarget(
  target: Element,
  preferred: Side = 'bottom',
  stage: Stage<unknown>,
): void {
  const { panel, signal } = stage
  const ring = panel.parentElement?.querySelector<HTMLElement>('.ring')
  if (!ring) return
  if (!panel.dataset['side']) {
    const rect = target.getBoundingClientRect()
    const size = { width: panel.offsetWidth, height: panel.offsetHeight }
    // Until it is placed the ring covers what there is: all but the scroll bars, in our own px.
    const viewport = ring.getBoundingClientRect()
    const room = { viewport, preferred, gap: GAP_PX, margin: MARGIN_PX }
    const place = choosePlace(rect, size, room)
    const corner = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
    const away = !place.fits || !isClear(target, rect)
    putPanel({ panel, ring }, { ...place, rect, size, around: rect, corner, away })
  }
  withBeside(({ stayBeside, linkTabOrder }) => {
    if (signal.aborted) return
    stayBeside({ target, panel, ring }, preferred, stage)
    linkTabOrder(target, panel, signal)
  })
}
