import type { Duration } from '@firstwin/schema'

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

export const DAY_MS = 86_400_000

/** Milliseconds of `30s`, `10m`, `2h`, `7d`, `1w`; 0 for what is no duration. */
export function toMs(duration: Duration): number {
  const value = Number.parseFloat(duration)
  const unit = UNIT_MS[duration.replace(/^[\d.]+/, '')]
  return unit && value >= 0 ? value * unit : 0
}
