import { makeElement } from './make-element.ts'

/** Screen readers hear a region only if it was there, empty, before it spoke. */
const DELAY_MS = 150

/** `assertive` interrupts what is being read; for errors only. */
export type Politeness = 'polite' | 'assertive'

/**
 * Reads texts out by two live regions that stand in the page from the beginning. Saying something
 * new replaces what was about to be said.
 */
export function createAnnouncer(
  root: HTMLElement,
  signal: AbortSignal,
): (text: string, politeness?: Politeness) => void {
  const regions = { polite: makeRegion('status'), assertive: makeRegion('alert') }
  root.append(regions.polite, regions.assertive)
  let timer: ReturnType<typeof setTimeout> | undefined
  signal.addEventListener('abort', () => clearTimeout(timer))

  return (text, politeness = 'polite') => {
    clearTimeout(timer)
    for (const region of Object.values(regions)) region.textContent = ''
    timer = setTimeout(() => {
      regions[politeness].textContent = text
    }, DELAY_MS)
  }
}

function makeRegion(role: 'status' | 'alert'): HTMLElement {
  const region = makeElement('output')
  region.className = 'hidden'
  region.setAttribute('role', role)
  return region
}
