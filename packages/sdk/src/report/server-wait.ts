/** A longer pause is more likely a mistake than a wish. */
export const MAX_WAIT_MS = 3_600_000

/**
 * Milliseconds that a Retry-After header asks for, from `now`: it holds seconds or an HTTP date.
 * 0 if there is none, it cannot be read, or it lies in the past; one hour at most.
 */
export function serverWaitMs(header: string | null, now: number): number {
  const ms = Number(header) * 1000 || Date.parse(header ?? '') - now || 0
  return Math.min(Math.max(ms, 0), MAX_WAIT_MS)
}
