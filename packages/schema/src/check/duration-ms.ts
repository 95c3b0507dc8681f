import type { Duration } from '../duration.ts'

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** `1.5h` in milliseconds. 0 for what is no duration. */
export function durationMs(duration: Duration): number {
  const [, count, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(duration) ?? []
  return Number(count ?? 0) * (UNITS[unit] ?? 0)
}
