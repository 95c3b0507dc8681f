const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 60_000

/**
 * How long to wait after `failures` (from 1) failures in a row: 0.5 s, 1 s, 2 s … up to 60 s, half
 * of it at random (`random` in 0…1), so that servers do not return all at once after an outage.
 *
 * The browser has the same rule of its own (`sdk/src/report/retry-delay.ts`): this package depends on nothing when
 * it is published, and nothing is bundled into it.
 */
export function retryDelayMs(failures: number, random: number): number {
  return (Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1)) / 2) * (1 + random)
}
