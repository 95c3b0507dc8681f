import { own } from './own.ts'
import type { Turn } from './turn.ts'

/** Where the time to value is counted from. `at` is absent where the trait is, and no fallback. */
export interface ClockStart {
  /** `trait:contractedAt` or `first-seen`. */
  name: string
  at: number | undefined
}

/** The start of the journey's clock. The date in the trait wins; without it the first visit. */
export function clockStart({ journey, facts, memory }: Turn): ClockStart {
  const { start = 'first-seen', fallback } = journey.clock ?? {}
  const firstSeen = { name: 'first-seen', at: memory.firstSeenAt }
  if (start === 'first-seen') return firstSeen

  const at = toTime(own(facts.traits, start.trait))
  return at === undefined && fallback ? firstSeen : { name: `trait:${start.trait}`, at }
}

/**
 * A date in a trait: ISO text, a `Date`, or seconds or milliseconds since 1970. A bare date is that
 * day wherever the user is: as UTC it would begin at nine in the morning in Tokyo.
 */
export function toTime(value: unknown): number | undefined {
  let time = Number.NaN
  // Seconds reach 1e11 in the year 5138, milliseconds did in 1973.
  if (typeof value === 'number') time = value < 1e11 ? value * 1000 : value
  if (typeof value === 'string') {
    time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00` : value)
  }
  if (value instanceof Date) time = value.getTime()
  return Number.isFinite(time) ? time : undefined
}

/**
 * Whether today is the day of the month, or of the year, on which the date in `value` returns; never
 * in the first month itself. Where a month is too short, its last day stands in (29 February → 28).
 */
export function isAnniversary(every: 'year' | 'month', value: unknown, now: number): boolean {
  const time = toTime(value)
  if (time === undefined) return false
  const first = new Date(time)
  const today = new Date(now)
  const [year, month] = [today.getFullYear(), today.getMonth()]
  const months = (year - first.getFullYear()) * 12 + month - first.getMonth()
  const lastDay = new Date(year, month + 1, 0).getDate()
  return (
    months > 0 &&
    (every === 'month' || months % 12 === 0) &&
    today.getDate() === Math.min(first.getDate(), lastDay)
  )
}

/** The midnight after `now`, by the user's own clock. */
export function nextMidnight(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0)
}
