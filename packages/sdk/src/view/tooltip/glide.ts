const GLIDE = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' } as const

export interface Moved {
  element: HTMLElement
  /** Where it stood before. */
  from: DOMRect
}

/** Moves the panel and its ring to where they stand by now. */
export function glide(moved: readonly Moved[]): void {
  for (const { element, from } of moved) {
    const { x, y, width, height } = from
    const place = { translate: `${x}px ${y}px` }
    // The one place where a size moves: scaling would bend the corners, and nothing flows around it.
    const size = { width: `${width}px`, height: `${height}px` }
    const start = element.classList.contains('ring') ? { ...place, ...size } : place
    element.animate([start, {}], GLIDE)
  }
}
