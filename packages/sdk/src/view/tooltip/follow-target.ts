import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom'
import type { ComputePositionReturn, Placement } from '@floating-ui/dom'
import type { Stage } from '../part.ts'
import { placeArrow } from './place-arrow.ts'
import { placeRing } from './place-ring.ts'

/** From the edge of the target: the arrow (8) and what the ring stands off (6), less their overlap. */
const GAP_PX = 13
const MARGIN_PX = 8
const GLIDE = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' } as const

/**
 * Brings the target into view, puts the panel beside it and the ring around it, and keeps them there
 * through scrolls, resizes and layout shifts. Nothing is painted before it is measured. Resolves
 * once the panel stands.
 */
export async function followTarget(
  target: Element,
  placement: Placement | undefined,
  stage: Stage,
): Promise<void> {
  const { panel, signal } = stage
  const ring = panel.parentElement?.querySelector<HTMLElement>('.ring') ?? undefined
  const before = panel.dataset['side'] ? boxes(panel, ring) : undefined
  bringIntoView(target, stage)

  const update = async (): Promise<void> => {
    const spot = await computePosition(target, panel, {
      strategy: 'fixed',
      placement: placement ?? 'bottom',
      middleware: [
        offset(GAP_PX),
        flip({ padding: MARGIN_PX, fallbackAxisSideDirection: 'end' }),
        shift({ padding: MARGIN_PX, crossAxis: true }),
        hide(),
      ],
    })
    if (!signal.aborted) settleAt(spot, { target, panel, ring })
  }

  await update()
  if (signal.aborted) return
  if (before && !stage.reduced()) glide(before, boxes(panel, ring), { panel, ring })
  const stop = autoUpdate(target, panel, () => void update())
  signal.addEventListener('abort', stop)
}

interface Parts {
  target: Element
  panel: HTMLElement
  ring: HTMLElement | undefined
}

function settleAt(spot: ComputePositionReturn, { target, panel, ring }: Parts): void {
  const { x, y, placement, middlewareData } = spot
  panel.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
  panel.dataset['side'] = placement
  placeArrow(panel, target.getBoundingClientRect(), { x, y, side: placement })
  if (ring) placeRing(ring, target)
  // A target that was scrolled out of its box takes the panel with it.
  const away = middlewareData.hide?.referenceHidden ? 'hidden' : ''
  panel.style.visibility = away
  if (ring) ring.style.visibility = away
}

function bringIntoView(target: Element, { reduced }: Stage): void {
  if (isInView(target)) return
  target.scrollIntoView({
    block: 'center',
    inline: 'nearest',
    behavior: reduced() ? 'instant' : 'smooth',
  })
}

/** Wholly within the window, and not cut off at its centre by a box that scrolls. */
function isInView(target: Element): boolean {
  const { top, bottom, left, right } = target.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) return false
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return hit === null || target.contains(hit) || !isScrolledAway(target)
}

function isScrolledAway(target: Element): boolean {
  const { top, bottom } = target.getBoundingClientRect()
  for (let box = target.parentElement; box; box = box.parentElement) {
    const rect = box.getBoundingClientRect()
    const cuts =
      getComputedStyle(box).overflowY !== 'visible' && box.scrollHeight > box.clientHeight
    if (cuts && box !== document.body && (top < rect.top || bottom > rect.bottom)) return true
  }
  return false
}

interface Boxes {
  panel: DOMRect
  ring: DOMRect | undefined
}

function boxes(panel: HTMLElement, ring: HTMLElement | undefined): Boxes {
  return { panel: panel.getBoundingClientRect(), ring: ring?.getBoundingClientRect() }
}

function glide(from: Boxes, to: Boxes, { panel, ring }: Omit<Parts, 'target'>): void {
  panel.animate([{ translate: `${from.panel.x}px ${from.panel.y}px` }, {}], GLIDE)
  if (!ring || !from.ring || !to.ring) return
  // The one place where a size moves: scaling would bend the corners, and nothing flows around it.
  const { x, y, width, height } = from.ring
  ring.animate(
    [{ translate: `${x}px ${y}px`, width: `${width}px`, height: `${height}px` }, {}],
    GLIDE,
  )
}
