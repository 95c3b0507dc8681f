import type { Stage } from '../part.ts'
import { readNode, rectOf } from '../../node/read-node.ts'
import { withBeside } from './with-beside.ts'
import { choosePlace } from './choose-place.ts'
import type { Side } from './choose-place.ts'
import { isOpenToView } from './is-open-to-view.ts'
import { GAP_PX, MARGIN_PX, putPanel } from './put-panel.ts'

/**
 * Puts the panel beside its target and the ring around it, and keeps them there. The first picture
 * is drawn at once where that is easy: the target lies open in this document, and the panel fits
 * beside it. For everything else (scrolling there, frames, small windows) the panel stays out of
 * sight until the late chunk has come, which also keeps it in its place from then on. Where that
 * cannot be fetched, it is shown once, as well as that goes, for what is in this document.
 */
export function followTarget(
  target: Element,
  preferred: Side = 'bottom',
  stage: Stage<unknown>,
): void {
  const { panel, signal } = stage
  const ring = panel.parentElement?.querySelector<HTMLElement>('.ring')
  if (!ring) return
  const place = (isLast: boolean): void => {
    const rect = rectOf(target)
    const size = { width: panel.offsetWidth, height: panel.offsetHeight }
    // Until it is placed the ring covers what there is: all but the scroll bars, in our own px.
    ring.removeAttribute('style')
    const viewport = ring.getBoundingClientRect()
    const room = { viewport, preferred, gap: GAP_PX, margin: MARGIN_PX }
    const spot = choosePlace(rect, size, room)
    const corner = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
    const away = isLast
      ? readNode(target, 'ownerDocument') !== document
      : !spot.fits || !isOpenToView(target, rect)
    putPanel({ panel, ring }, { ...spot, rect, size, around: rect, corner, away })
  }
  if (!panel.dataset['side']) place(false)
  withBeside(
    ({ stayBeside, linkTabOrder }) => {
      if (signal.aborted) return
      stayBeside({ target, panel, ring }, preferred, stage)
      linkTabOrder(target, panel, signal)
    },
    () => {
      if (signal.aborted) return
      target.scrollIntoView({ block: 'center' })
      place(true)
    },
    stage.oops,
  )
}
