/** After a run comes a rest of so many times as long, so that runs never take more than 2 %. */
const REST = 50
/** No rest is longer, so that nothing is noticed late. */
const MAX_REST_MS = 100

/**
 * A function that makes `run` happen once before the next frame, however often it is called, and
 * later where it is slow.
 */
export function paced(run: () => void, lifetime: AbortSignal): () => void {
  let isPlanned = false
  let restUntil = 0

  function runNow(): void {
    isPlanned = false
    if (lifetime.aborted) return
    const from = performance.now()
    run()
    const end = performance.now()
    restUntil = end + Math.min(REST * (end - from), MAX_REST_MS)
  }

  return () => {
    if (isPlanned) return
    isPlanned = true
    const restMs = restUntil - performance.now()
    const plan = (): number => requestAnimationFrame(runNow)
    if (restMs > 0) setTimeout(plan, restMs)
    else plan()
  }
}
