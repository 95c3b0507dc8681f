import { DAY_MS } from './duration.ts'
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
  if (start === 'first-seen') return { name: start, at: memory.firstSeenAt }

  const at = toTime(facts.traits[start.trait])
  if (at !== undefined) return { name: `trait:${start.trait}`, at }
  return fallback
    ? { name: fallback, at: memory.firstSeenAt }
    : { name: `trait:${start.trait}`, at }
}

/** A date in a trait: ISO text, or seconds or milliseconds since 1970. */
export function toTime(value: unknown): number | undefined {
  // Seconds reach 1e11 in the year 5138, milliseconds did in 1973.
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/** `2026-11-22`, or a whole timestamp: a bare date is that day wherever the user is. */
function toLocalDay(value: unknown): Date | undefined {
  const isBare = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
  if (isBare) return new Date(`${value}T00:00`)
  const time = toTime(value)
  return time === undefined ? undefined : new Date(time)
}

/**
 * Whether today is the day of the month, or of the year, on which the date in `value` returns; never
 * the first day itself. Where this month is too short, its last day stands in (29 February → 28).
 */
export function isAnniversary(every: 'year' | 'month', value: unknown, now: number): boolean {
  const first = toLocalDay(value)
  if (!first || now - first.getTime() < DAY_MS) return false
  const today = new Date(now)
  const lastDay = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate()
  const day = Math.min(first.getDate(), lastDay)
  return today.getDate() === day && (every === 'month' || today.getMonth() === first.getMonth())
}

/** The midnight after `now`, by the user's own clock. */
export function nextMidnight(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0)
}
