import { makeElement } from './make-element.ts'

/** Screen readers hear a region only if it was there, empty, before it spoke. */
const DELAY_MS = 150

/**
 * Reads texts out by a live region that stands in the page from the beginning. Saying something new
 * replaces what was about to be said.
 */
export function createAnnouncer(root: HTMLElement, signal: AbortSignal): (text: string) => void {
  const polite = makeRegion('status')
  // Some screen readers hear an alert that is put in only where they know one: errors of forms are.
  root.append(polite, makeRegion('alert'))
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => clearTimeout(timer))

  return (text) => {
    clearTimeout(timer)
    polite.textContent = ''
    timer = setTimeout(() => {
      polite.textContent = text
    }, DELAY_MS)
  }
}

function makeRegion(role: 'status' | 'alert'): HTMLElement {
  const region = makeElement('output')
  region.className = 'hidden'
  region.setAttribute('role', role)
  return region
}
