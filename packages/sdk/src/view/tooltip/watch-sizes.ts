import { quietly } from '../../quietly.ts'

export interface SizeWatch {
  observe: (element: Element) => void
  /**
   * Has `onLayout` called after the layout of this very frame: later than the frame callbacks of the
   * page, which may have moved things.
   */
  afterLayout: () => void
  /** All was looked at by now: what was asked for before need not be done. */
  rest: () => void
}

/** Calls `onLayout`, before the frame is drawn, when the size of an observed element has changed. */
export function watchSizes(anchor: Element, onLayout: () => void, signal: AbortSignal): SizeWatch {
  let isDue = false
  let isSeen = false
  const sizes = new ResizeObserver(
    quietly((entries: ResizeObserverEntry[]) => {
      const isIdle = isSeen && entries.every(({ target }) => target === anchor)
      isDue = false
      isSeen = false
      if (!isIdle) onLayout()
    }, signal),
  )
  signal.addEventListener('abort', () => sizes.disconnect())
  return {
    observe: (element) => sizes.observe(element),
    rest: () => void (isSeen = isDue),
    afterLayout() {
      isSeen = false
      if (isDue) return
      isDue = true
      // What is newly observed is told once, whatever its size.
      sizes.unobserve(anchor)
      sizes.observe(anchor)
    },
  }
}
