import { outer } from './outer.ts'
import { createRation } from './ration.ts'

/** What a page may put on everything that is not its own dialog. */
const HARMFUL = ['inert', 'hidden', 'aria-hidden']
/** A page that answers each of ours at once would never come to an end. */
const MOST_ANSWERS = 30

export interface Sentinel {
  /** Watches what the host element stands in by now. */
  watch: () => void
}

/** Takes off the host element what the page has put on it and what would hide it from the user. */
export function cleanHost(host: HTMLElement): void {
  for (const name of HARMFUL) host.removeAttribute(name)
  if (host.popover !== 'manual') host.popover = 'manual'
}

/**
 * Calls `onChange` when the host element, or something that it stands in, was taken out of the page
 * or has changed its attributes.
 */
export function createSentinel(
  host: HTMLElement,
  onChange: () => void,
  signal: AbortSignal,
): Sentinel {
  const mayAnswer = createRation(MOST_ANSWERS)
  const observer = new MutationObserver(() => mayAnswer() && onChange())
  signal.addEventListener('abort', () => observer.disconnect())

  return {
    watch() {
      if (signal.aborted) return
      observer.disconnect()
      observer.observe(host, { attributeFilter: [...HARMFUL, 'popover'] })
      for (let at = outer(host); at; at = outer(at)) {
        observer.observe(at, { childList: true, attributes: true })
        // Taken out of a shadow root is taken out, too.
        const root = at.getRootNode()
        if (root instanceof ShadowRoot) observer.observe(root, { childList: true })
      }
      observer.observe(document, { childList: true })
    },
  }
}
