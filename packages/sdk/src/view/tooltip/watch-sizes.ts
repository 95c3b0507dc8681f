export interface SizeWatch {
  observe: (element: Element) => void
  /**
   * Has `onLayout` called after the layout of this very frame: later than the frame callbacks of the
   * page, which may have moved things.
   */
  afterLayout: () => void
}

/** Calls `onLayout`, before the frame is drawn, when the size of an observed element has changed. */
export function watchSizes(anchor: Element, onLayout: () => void, signal: AbortSignal): SizeWatch {
  let isDue = false
  const sizes = new ResizeObserver(() => {
    isDue = false
    onLayout()
  })
  signal.addEventListener('abort', () => sizes.disconnect())
  return {
    observe: (element) => sizes.observe(element),
    afterLayout() {
      if (isDue) return
      isDue = true
      // What is newly observed is told once, whatever its size.
      sizes.unobserve(anchor)
      sizes.observe(anchor)
    },
  }
}
