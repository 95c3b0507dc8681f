import type { Duration } from '@firstwin/schema'

export const DAY_MS = 86_400_000

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: DAY_MS,
  w: 7 * DAY_MS,
}

/** Milliseconds of `30s`, `10m`, `2h`, `7d`, `1w`; 0 for a unit that there is not. */
export function toMs(duration: Duration): number {
  return Number.parseFloat(duration) * (UNIT_MS[duration.replace(/[\d.]+/, '')] ?? 0)
}
