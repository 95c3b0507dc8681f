import type { Rect } from './choose-place.ts'

const GLIDE = { duration: 220, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' } as const

/** Moves the panel or its ring from where it stood before to where it stands by now. */
export function glide(element: HTMLElement, { x, y, width, height }: Rect): Animation {
  const place = { translate: `${x}px ${y}px` }
  // The one place where a size moves: scaling would bend the corners, and nothing flows around it.
  const size = { width: `${width}px`, height: `${height}px` }
  const start = element.classList.contains('ring') ? { ...place, ...size } : place
  return element.animate([start, {}], GLIDE)
}
