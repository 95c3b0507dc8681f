import { ofDocument } from '../../node/of-document.ts'
import { rectOf } from '../../node/read-node.ts'
import { frameOf, pageOf } from './ancestors.ts'

/** How finely a shift is noticed: each twentieth of the element's surface. */
const THRESHOLDS = Array.from({ length: 21 }, (_, index) => index / 20)

/** Calls `onShift` when the element or a frame around it is no longer where it is now. */
export function watchShifts(target: Element, onShift: () => void, signal: AbortSignal): void {
  for (let element: Element | undefined = target; element; element = frameOf(element)) {
    const observer = watchShift(element, onShift)
    signal.addEventListener('abort', () => observer.disconnect())
  }
}

/** Something above it grew: only its place changes, which no other observer tells. */
function watchShift(element: Element, onShift: () => void): IntersectionObserver {
  const { top, left, bottom, right } = rectOf(element)
  const root = pageOf(element)
  // Of the window, scroll bars and all: in quirks mode the root element is as high as the document.
  const { innerWidth, innerHeight } = ofDocument('defaultView', root) ?? window
  const insets = [top, innerWidth - right, innerHeight - bottom, left]
  let first = true
  const observer = new IntersectionObserver(
    () => {
      if (!first) onShift()
      first = false
    },
    {
      root,
      rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '),
      threshold: THRESHOLDS,
    },
  )
  observer.observe(element)
  return observer
}
