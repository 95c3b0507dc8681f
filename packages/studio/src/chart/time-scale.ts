import { scaleLog, type ScaleLogarithmic } from 'd3-scale'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Lengths of time that people say without a calculator, in ms. */
const ROUND = [
  ...[1, 2, 3, 5, 10, 20, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 3, 5, 10, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 4, 7, 14, 30, 60, 91, 182, 365, 730, 1825, 3650].map((days) => days * DAY),
]

/** Ten years. A clock that was wrong by more must not flatten the results of all others. */
const LONGEST = 3650 * DAY

/** Those that stand alone where there is room for few: one for each unit. */
const STRONG = new Set([SECOND, 10 * SECOND, MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, 30 * DAY])

const TICK_ROOM_PX = 64
/** The last label stands to the left of its tick. */
const LAST_ROOM_PX = 88
/** A scale of one time, or of nearly equal ones, would show their noise. */
const LEAST_RATIO = 10

export interface TimeScale {
  /** Pixels for ms; what lies before the first tick or after the last stands at it. */
  readonly x: (ms: number) => number
  /** In ms, the ends among them. */
  readonly ticks: readonly number[]
}

/**
 * A logarithmic scale of time over `width` pixels that holds all of `values` (ms) from a second to
 * ten years, with round times at both ends: results of some minutes and waits of some weeks are
 * read on one axis.
 */
export function timeScale(values: readonly number[], width: number): TimeScale {
  const within = values.map((ms) => Math.min(LONGEST, Math.max(SECOND, ms)))
  const shortest = within.length > 0 ? Math.min(...within) : MINUTE
  const longest = Math.max(shortest, ...within)
  const margin = Math.sqrt(Math.max(1, LEAST_RATIO / (longest / shortest)))
  const low = roundBelow(Math.max(SECOND, Math.min(LONGEST / LEAST_RATIO, shortest / margin)))
  const high = roundAbove(Math.max(low * LEAST_RATIO, Math.min(LONGEST, longest * margin)))
  const scale = scaleLog([low, high], [0, width]).clamp(true)
  return { x: (ms) => scale(Math.max(ms, low)), ticks: ticksOf(scale, [low, high], width) }
}

function roundBelow(ms: number): number {
  // A little room to the left, so that the first of all does not stand on the edge.
  return ROUND.findLast((round) => round <= ms / 1.15) ?? SECOND
}

function roundAbove(ms: number): number {
  return ROUND.find((round) => round >= ms) ?? ms
}

function ticksOf(
  scale: ScaleLogarithmic<number, number>,
  [low, high]: readonly [number, number],
  width: number,
): number[] {
  const kept = [low, high]
  const within = ROUND.filter((round) => round > low && round < high)
  const inOrder = [...within.filter((ms) => STRONG.has(ms)), ...within]
  const roomAt = (ms: number): number => (ms === high ? LAST_ROOM_PX : TICK_ROOM_PX)
  for (const ms of inOrder) {
    const free = kept.every((other) => Math.abs(scale(other) - scale(ms)) >= roomAt(other))
    if (free && width > 0) kept.push(ms)
  }
  return kept.toSorted((one, other) => one - other)
}
