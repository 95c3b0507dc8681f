import { oncePerFrame } from '../once-per-frame.ts'

/** After a look comes a rest of so many times as long, so that looks take 2 % at most. */
const REST = 50
/** No rest is longer on ordinary pages, where a look is quick, so that nothing is noticed late. */
const MAX_REST_MS = 100
/** A look in vain that takes longer than this, in ms, is slow: the page comes first. */
const SLOW_MS = 15
const MAX_SLOW_REST_MS = 1000

export interface Looks {
  /** A quick look, and whether it was enough. */
  glance: () => boolean
  /** A thorough one, which may take its time, and whether it found what is looked for. */
  look: () => boolean
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
    const isFound = look()
    const end = performance.now()
    restUntil = end + restAfter(end - from, isFound)
  }, lifetime)

  function wake(): void {
    timer = undefined
    soon()
  }

  return soon
}

function restAfter(tookMs: number, isFound: boolean): number {
  const rest = Math.min(REST * tookMs, MAX_REST_MS)
  return isFound ? rest : Math.max(rest, Math.min(REST * (tookMs - SLOW_MS), MAX_SLOW_REST_MS))
}
