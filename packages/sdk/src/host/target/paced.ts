import { oncePerFrame } from '../once-per-frame.ts'

/** After a look comes a rest of so many times as long, so that looks take 2 % at most. */
const REST = 50
/** No rest is longer, so that nothing is noticed late. */
const MAX_REST_MS = 100

export interface Looks {
  /** A quick look, and whether it was enough. */
  glance: () => boolean
  /** A thorough one, which may take its time. */
  look: () => void
}

/**
 * A function that makes a glance happen once before the next frame, however often it is called, and
 * where that was not enough a look, less often where looks are slow.
 */
export function paced({ glance, look }: Looks, lifetime: AbortSignal): () => void {
  let restUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  lifetime.addEventListener('abort', () => clearTimeout(timer))

  const soon = oncePerFrame(() => {
    if (glance()) return
    const from = performance.now()
    if (from < restUntil) {
      timer ??= setTimeout(wake, restUntil - from)
      return
    }
    look()
    const end = performance.now()
    restUntil = end + Math.min(REST * (end - from), MAX_REST_MS)
  }, lifetime)

  function wake(): void {
    timer = undefined
    soon()
  }

  return soon
}
