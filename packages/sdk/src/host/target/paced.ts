import { oncePerFrame } from '../once-per-frame.ts'

/** After a look comes a rest of so many times as long, so that neither kind takes more than 1 %. */
const REST = 100
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
 * where that was not enough a look; after those in vain less often, the longer they take.
 */
export function paced({ glance, look }: Looks, lifetime: AbortSignal): () => void {
  let glanceAt = 0
  let lookAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  lifetime.addEventListener('abort', () => clearTimeout(timer))

  const soon = oncePerFrame(() => {
    const from = performance.now()
    if (from < glanceAt) return wakeIn(glanceAt - from)
    if (glance()) return
    const between = performance.now()
    glanceAt = between + restAfter(between - from)
    if (between < lookAt) return wakeIn(lookAt - between)
    const isFound = look()
    const end = performance.now()
    lookAt = end + (isFound ? restAfter(end - between) : restInVain(end - between))
  }, lifetime)

  function wakeIn(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(soon, ms)
  }

  return soon
}

function restAfter(tookMs: number): number {
  return Math.min(REST * tookMs, MAX_REST_MS)
}

function restInVain(tookMs: number): number {
  return Math.max(restAfter(tookMs), Math.min(REST * (tookMs - SLOW_MS), MAX_SLOW_REST_MS))
}
