import { makeElement } from './make-element.ts'

/** Screen readers hear a region only if it was there, empty, before it spoke. */
const DELAY_MS = 150

/** A polite live region. Saying something new replaces what was about to be said. */
export function createAnnouncer(root: HTMLElement, lifetime: AbortSignal): (text: string) => void {
  const region = makeElement('output')
  region.className = 'hidden'
  root.append(region)
  let timer: ReturnType<typeof setTimeout> | undefined
  lifetime.addEventListener('abort', () => clearTimeout(timer))

  return (text) => {
    clearTimeout(timer)
    region.textContent = ''
    timer = setTimeout(() => {
      region.textContent = text
    }, DELAY_MS)
  }
}
