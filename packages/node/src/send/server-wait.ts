/** A longer pause is more likely a mistake than a wish. */
const MAX_WAIT_MS = 3_600_000

/**
 * Milliseconds that a Retry-After header asks for, from `now`: it holds seconds or an HTTP date.
 * 0 if there is none, it cannot be read, or it lies in the past; one hour at most.
 *
 * The browser has the same rule of its own (`sdk/src/report/server-wait.ts`): this package depends on nothing when
 * it is published, and nothing is bundled into it.
 */
export function serverWaitMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0
  const seconds = Number(header)
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1_000
  return Math.min(Math.max(ms || 0, 0), MAX_WAIT_MS)
}
