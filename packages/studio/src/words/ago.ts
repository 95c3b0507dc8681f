const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago a moment was: `2 min. ago`, `昨日`. Less than a minute is `now`. */
export function ago(at: number, now: number, locale: string): string {
  const passed = Math.max(0, now - at)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const [unit, ms] = UNITS.find(([, length]) => passed >= length) ?? (['second', Infinity] as const)
  return format.format(-Math.floor(passed / ms), unit)
}
