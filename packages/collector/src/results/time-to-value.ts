import type { Milestone } from '../store/event-store.ts'
import { startedAt, type Person } from './person.ts'

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
 * told us the trait, or it lies after the win, the device's own figure is used; without that, and
 * for any other clock, it starts when they started the journey.
 */
export function timeToValue(person: Person, win: Milestone): TimeToValue {
  const deviceMs = win.deviceTtvMs
  const start = traitTime(person, win.clock)
  if (start !== undefined && start <= win.at) {
    return { ms: win.at - start, measuredBy: 'collector', deviceMs }
  }
  if (win.clock?.startsWith(TRAIT) && deviceMs !== undefined) {
    return { ms: deviceMs, measuredBy: 'device', deviceMs }
  }
  return { ms: Math.max(0, win.at - startedAt(person)), measuredBy: 'collector', deviceMs }
}

/** How long somebody without the win has waited so far. `clock` is the one others have it by. */
export function waitedMs(person: Person, clock: string | undefined, now: number): number {
  const start = traitTime(person, clock)
  const from = start !== undefined && start <= now ? start : startedAt(person)
  return Math.max(0, now - from)
}

/**
 * The clock of those who have not won yet. Clocks are named by wins, so theirs is taken from the
 * person's own wins, else from the others': one that names a trait, as the journey asks for it.
 */
export function clockOf(people: readonly Person[]): string | undefined {
  for (const { milestones } of people) {
    const named = milestones.find(({ clock }) => clock?.startsWith(TRAIT))
    if (named) return named.clock
  }
  return undefined
}

function traitTime({ traits }: Person, clock: string | undefined): number | undefined {
  if (!clock?.startsWith(TRAIT)) return undefined
  return parseTime(traits.get(clock.slice(TRAIT.length)))
}

/** Seconds since 1970 stay below this until the year 5138, milliseconds are above it since 1973. */
const LEAST_MS = 100_000_000_000

/** A time as hosts write it: ISO 8601, or seconds or milliseconds since 1970. */
function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number') return value < LEAST_MS ? value * 1_000 : value
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}
