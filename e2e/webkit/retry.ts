import { setTimeout as delay } from 'node:timers/promises'

/** As playwright.config.ts sets for the other engines' expectations and acts. */
export const LIMIT_MS = 10_000
const PAUSE_MS = 50

/**
 * Does it until it no longer throws. More than one element stays so, and is not tried again.
 * @throws The last error, `what` before its message, once `limitMs` have passed.
 */
export async function retry<Result>(
  what: string,
  attempt: () => Promise<Result>,
  limitMs = LIMIT_MS,
): Promise<Result> {
  const end = performance.now() + limitMs
  // Made here, while the stack still leads to the line of the test.
  const failure = new Error(what)
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() > end || String(error).includes('strict mode')) {
        failure.message += `: ${String(error)}`
        failure.cause = error
        throw failure
      }
      await delay(PAUSE_MS)
    }
  }
}
