import { quietly } from '../quietly.ts'

/**
 * What scrolls must take the keyboard, also in browsers that do not see to it themselves; what does
 * not scroll must not be one more stop. Watched until `signal` aborts.
 */
export function letScroll(panel: HTMLElement, signal: AbortSignal): void {
  if (signal.aborted) return
  const parts = [...panel.querySelectorAll<HTMLElement>('.title, .body')]
  const look = (): void => parts.forEach(lookAt)
  const observer = new ResizeObserver(quietly(look, signal))
  signal.addEventListener('abort', () => observer.disconnect())
  for (const part of parts) for (const one of [part, ...part.children]) observer.observe(one)
  look()
}

function lookAt(part: HTMLElement): void {
  // Lengths are rounded: a line that just fits may seem to be higher by one.
  if (part.scrollHeight > part.clientHeight + 1) part.tabIndex = 0
  else if (!part.matches(':focus')) part.removeAttribute('tabindex')
}
