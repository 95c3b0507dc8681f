const SPAN_MS = 1000

/**
 * Says yes at most so many times a second. What the page undoes as often as we do it would otherwise
 * hold it up for ever.
 */
export function createRation(most: number): () => boolean {
  let since = 0
  let used = 0
  return () => {
    const now = performance.now()
    if (now - since > SPAN_MS) {
      since = now
      used = 0
    }
    used += 1
    return used <= most
  }
}
