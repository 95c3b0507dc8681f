import { createEar } from '../ear.ts'
import { quietly } from '../../quietly.ts'
import { outer } from './outer.ts'
import { createRation } from './ration.ts'
import { ofDocument } from '../../node/of-document.ts'

/** What a page may put on everything that is not its own dialog. */
const HARMFUL = ['inert', 'hidden', 'aria-hidden']
/** At once, in a second: a page that answers each of ours at once would never come to an end. */
const MOST_ANSWERS = 30
/** After them. A page may write something of its own on its root element in every frame. */
const LATER_MS = 50

interface SentinelOptions {
  /** The host element, or something that it stands in, was taken away or has other attributes. */
  onChange: () => void
  /** The page was opened anew: an observer of the document is all that outlives it. */
  onDetached: (() => void) | undefined
}

export interface Sentinel {
  /** Watches what the host element stands in by now. */
  watch: () => void
}

/** Takes off the host element what the page has put on it and what would hide it from the user. */
export function cleanHost(host: HTMLElement): void {
  for (const name of HARMFUL) host.removeAttribute(name)
  if (host.popover !== 'manual') host.popover = 'manual'
}

/** Watches over the host element and what it stands in. */
export function createSentinel(
  host: HTMLElement,
  { onChange, onDetached }: SentinelOptions,
  signal: AbortSignal,
): Sentinel {
  const mayAnswer = createRation(MOST_ANSWERS)
  const isDeaf = createEar(signal)
  let later: ReturnType<typeof setTimeout> | undefined
  const look = quietly(() => {
    clearTimeout(later)
    later = undefined
    onChange()
  }, signal)
  const answer = (records: readonly MutationRecord[]): void => {
    const isReplaced = records.some(({ target }) => target === document)
    // Until there is a root element again there is nowhere to go.
    if (isReplaced && !ofDocument('documentElement')) return
    if (isReplaced && isDeaf()) onDetached?.()
    else if (mayAnswer()) look()
    else later ??= setTimeout(look, LATER_MS)
  }
  const observer = new MutationObserver(quietly(answer, signal))
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(later)
  })

  return {
    watch() {
      if (signal.aborted) return
      observer.disconnect()
      observer.observe(host, { attributeFilter: [...HARMFUL, 'popover'] })
      for (let at = outer(host); at; at = outer(at)) {
        observer.observe(at, { childList: true, attributes: true })
        // Taken out of a shadow root is taken out, too.
        const root = Node.prototype.getRootNode.call(at)
        if (root instanceof ShadowRoot) observer.observe(root, { childList: true })
      }
      observer.observe(document, { childList: true })
    },
  }
}
