const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Largest first. A hundred minutes read better as hours, ten weeks as days. */
const UNITS = [
  { unit: 'month', ms: 30.44 * DAY, from: 90 * DAY },
  { unit: 'day', ms: DAY, from: DAY },
  { unit: 'hour', ms: HOUR, from: HOUR },
  { unit: 'minute', ms: MINUTE, from: MINUTE },
  { unit: 'second', ms: SECOND, from: 0 },
] as const

/** A length of time in one unit, with two digits at least: `6 min`, `1.5 hr`, `6 分`. */
export function formatDuration(ms: number, locale: string): string {
  const { format, value } = inUnit(ms, locale)
  return format.format(value)
}

/** Two lengths of time, with the unit named once if it is the same: `4–9 min`, `4 min – 11 hr`. */
export function formatDurationRange(fromMs: number, toMs: number, locale: string): string {
  const from = inUnit(fromMs, locale)
  const to = inUnit(toMs, locale)
  const [first, last] = [from.format.format(from.value), to.format.format(to.value)]
  if (first === last) return first
  if (from.unitMs === to.unitMs) return to.format.formatRange(from.value, to.value)
  return locale === 'ja' ? `${first}～${last}` : `${first} – ${last}`
}

function inUnit(ms: number, locale: string) {
  // 59.96 minutes would be written as 60 minutes: those are one hour.
  const found = UNITS.find(({ from }) => ms * 1.008 >= from) ?? UNITS[4]
  const value = ms / found.ms
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: found.unit,
    unitDisplay: found.unit === 'day' || found.unit === 'month' ? 'long' : 'short',
    maximumFractionDigits: value < 9.95 && found.unit !== 'second' ? 1 : 0,
  })
  return { format, value, unitMs: found.ms }
}
