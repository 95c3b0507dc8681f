import { pageRect } from './page-rect.ts'

/** A target that stood still for so many frames is at rest. */
const REST_FRAMES = 12
/** How finely a shift is noticed: each twentieth of the target's surface. */
const THRESHOLDS = Array.from({ length: 21 }, (_, index) => index / 20)
/** What makes things move. Captured, because scrolling does not bubble. */
const SIGNS = ['scroll', 'resize', 'transitionrun', 'animationstart', 'toggle', 'load']

/**
 * Calls `onMove` in each frame in which the target or the size of the panel has changed. Looks at
 * every frame only while something moves; at rest it costs nothing.
 */
export function watchMoves(
  { target, panel }: { target: Element; panel: HTMLElement },
  onMove: () => void,
  signal: AbortSignal,
): void {
  let frame = 0
  let still = 0
  let last = ''
  let shifts: IntersectionObserver | undefined

  const look = (): void => {
    const { x, y, width, height } = pageRect(target)
    const now = [x, y, width, height, panel.offsetWidth, panel.offsetHeight].join(' ')
    still = now === last ? still + 1 : 0
    if (still === 0) onMove()
    last = now
    frame = still < REST_FRAMES ? requestAnimationFrame(look) : 0
    if (frame === 0) rearm()
  }
  const wake = (): void => {
    still = 0
    if (frame === 0) frame = requestAnimationFrame(look)
  }
  const rearm = (): void => {
    shifts?.disconnect()
    shifts = watchShifts(target, wake)
  }

  const sizes = new ResizeObserver(wake)
  sizes.observe(target)
  sizes.observe(panel)
  for (const view of new Set([window, target.ownerDocument.defaultView ?? window])) {
    for (const sign of SIGNS) view.addEventListener(sign, wake, { capture: true, signal })
  }
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    shifts?.disconnect()
  })
}

/** Something above it grew: only its place changes, which no other observer tells. */
function watchShifts(target: Element, onShift: () => void): IntersectionObserver {
  const { top, left, bottom, right } = target.getBoundingClientRect()
  const { clientWidth, clientHeight } = target.ownerDocument.documentElement
  const insets = [top, clientWidth - right, clientHeight - bottom, left]
  let first = true
  const observer = new IntersectionObserver(
    () => {
      if (!first) onShift()
      first = false
    },
    {
      rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '),
      threshold: THRESHOLDS,
    },
  )
  observer.observe(target)
  return observer
}
