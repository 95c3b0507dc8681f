import type { Milestone } from '../store/event-store.ts'
import type { Person } from './person.ts'

export interface TimeToValue {
  readonly ms: number
  /** `device` where only the device knew when its clock started. */
  readonly measuredBy: 'collector' | 'device'
  /** What the device reported, for comparison. */
  readonly deviceMs: number | undefined
}

const TRAIT = 'trait:'

/**
 * The time to value of a win: from the start of its clock to the win, by the collector's clock.
 *
 * A clock `trait:contractedAt` starts at that trait of the person, or of their group. If nobody
 * told us the trait, or it is no moment (a bare date begins at the user's midnight, and only the
 * device knows when that is), or it lies after the win, the device's own figure is used; without
 * that, and for any other clock, it starts when they started the journey.
 */
export function timeToValue(person: Person, win: Milestone): TimeToValue {
  const deviceMs = win.deviceTtvMs
  const start = toMoment(traitOf(person, win.clock))
  if (start !== undefined && start <= win.at) {
    return { ms: win.at - start, measuredBy: 'collector', deviceMs }
  }
  if (win.clock?.startsWith(TRAIT) && deviceMs !== undefined) {
    return { ms: deviceMs, measuredBy: 'device', deviceMs }
  }
  return { ms: Math.max(0, win.at - person.startedAt), measuredBy: 'collector', deviceMs }
}

/**
 * How long somebody without the win has waited so far. `clock` is the one others have it by. A bare
 * date stands for its midnight in UTC: no device has measured a wait, and being wrong by some hours
 * is better than to begin with the journey, which may have started weeks later.
 */
export function waitedMs(person: Person, clock: string | undefined, now: number): number {
  const value = traitOf(person, clock)
  const start = toMoment(value) ?? toUtcMidnight(value)
  const from = start !== undefined && start <= now ? start : person.startedAt
  return Math.max(0, now - from)
}

/**
 * The clock of those who have not won yet. Clocks are named by wins, so theirs is taken from the
 * person's own wins, else from the first of anybody's: one that names a trait, as the journey asks
 * for it. Earliest first.
 */
export function firstClock(milestones: readonly Milestone[]): string | undefined {
  return milestones.find(({ clock }) => clock?.startsWith(TRAIT))?.clock
}

function traitOf({ traits }: Person, clock: string | undefined): unknown {
  return clock?.startsWith(TRAIT) ? traits.get(clock.slice(TRAIT.length)) : undefined
}

/** Seconds since 1970 stay below this until the year 5138, milliseconds are above it since 1973. */
const LEAST_MS = 100_000_000_000
/** Without a zone it would be another moment for each reader; `Date.parse` takes "plan 12", too. */
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/
const BARE_DATE = /^\d{4}-\d\d-\d\d$/

/** A moment as hosts write it: ISO 8601 with a time zone, or seconds or milliseconds since 1970. */
function toMoment(value: unknown): number | undefined {
  if (typeof value === 'number') return value < LEAST_MS ? value * 1_000 : value
  return parseAs(ZONED, value)
}

function toUtcMidnight(value: unknown): number | undefined {
  return parseAs(BARE_DATE, value)
}

function parseAs(form: RegExp, value: unknown): number | undefined {
  const ms = typeof value === 'string' && form.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}
