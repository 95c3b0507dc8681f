/**
 * Milliseconds that a Retry-After header asks for, from `now`: it holds seconds or an HTTP date.
 * 0 if there is none, it cannot be read, or it lies in the past.
 */
export function serverWaitMs(header: string | null, now: number): number {
  return Math.max(Number(header) * 1000 || Date.parse(header ?? '') - now || 0, 0)
}
