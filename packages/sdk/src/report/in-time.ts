const TIMEOUT_MS = 10_000

/**
 * Asks in this very turn: when the page goes there is no other. Rejects where there is no answer within
 * 10 s: a race, because a fetch that the host has patched may never settle, whatever the signal says.
 */
export async function inTime<Result>(
  ask: (signal: AbortSignal) => Promise<Result>,
  timeout = (ms: number) => AbortSignal.timeout(ms),
): Promise<Result> {
  const signal = timeout(TIMEOUT_MS)
  const outOfTime = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', reject)
  })
  return await Promise.race([ask(signal), outOfTime])
}
