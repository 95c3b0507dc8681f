const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** So long in the two largest units that are not zero: `3 days 2 hr`, `40 sec`. */
export function toDuration(ms: number, locale: string): string {
  const parts: string[] = []
  let rest = Math.max(0, Math.round(ms / 1000) * 1000)
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size)
    rest %= size
    if (count === 0 && (unit !== 'second' || parts.length > 0)) continue
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })
    if (parts.length < 2) parts.push(format.format(count))
  }
  return parts.join(' ')
}

export function toClock(at: number): string {
  return new Date(at).toTimeString().slice(0, 8)
}

export function toDate(at: number, locale: string): string {
  return new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}
