const FIRST_DELAY_MS = 500
/** As a rule, no longer than this. */
export const MINUTE_MS = 60_000

/**
 * How long to wait after `failures` (from 1) failures in a row: 0.5 s, 1 s, 2 s … up to `mostMs`, half
 * of it at random (`random` in 0…1), so that clients do not return all at once after an outage.
 */
export function retryDelayMs(failures: number, mostMs: number, random: number): number {
  return (Math.min(mostMs, FIRST_DELAY_MS * 2 ** (failures - 1)) / 2) * (1 + random)
}
