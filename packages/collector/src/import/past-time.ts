/** `2026-11-22`, `2026/11/22 9:05`, `2026-11-22T09:05:00.5+09:00` … */
const WRITTEN =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i
const OFFSET = /^([+-])(\d\d):?(\d\d)$/
/** Seconds since 1970 stay below this until the year 5138, milliseconds are above it since 1973. */
const LEAST_MS = 100_000_000_000
const MINUTE_MS = 60_000

export type PastTime =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly problem: string }

/**
 * A moment in ms since 1970: written with a time zone, or seconds or milliseconds since 1970. What has
 * no zone is in `offset` (`+09:00`); without one it is refused, since it would be another moment for
 * each reader.
 */
export function pastTime(value: unknown, offset: string | undefined): PastTime {
  const isText = typeof value === 'string' || typeof value === 'number'
  const text = isText ? String(value).trim() : ''
  if (text === '') return { ok: false, problem: 'timestamp: it is missing' }
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const number = Number(text)
    return { ok: true, at: Math.round(number < LEAST_MS ? number * 1_000 : number) }
  }
  const parts = WRITTEN.exec(text)
  const at = parts ? toMoment(parts, parts[8] ?? offset) : undefined
  if (at === 'no-zone') {
    const problem = `timestamp: "${text}" has no time zone: give the one of the file with --utc-offset +09:00`
    return { ok: false, problem }
  }
  if (at === undefined) {
    return { ok: false, problem: `timestamp: "${text.slice(0, 40)}" is no time` }
  }
  return { ok: true, at }
}

function toMoment(
  parts: RegExpExecArray,
  zone: string | undefined,
): number | 'no-zone' | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0'] = parts
  if (zone === undefined) return 'no-zone'
  const offset = offsetMs(zone)
  const ms = Math.round(Number(`0.${fraction}`) * 1_000)
  const [y, m, d] = [Number(year), Number(month) - 1, Number(day)]
  const utc = Date.UTC(y, m, d, Number(hour), Number(minute), Number(second), ms)
  // 31 February would be a day in March.
  const isDay = new Date(Date.UTC(y, m, d)).getUTCDate() === d && m < 12
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61
  return isDay && isTime && offset !== undefined ? utc - offset : undefined
}

/** How far a zone is before UTC; `undefined` if it is none. */
export function offsetMs(zone: string): number | undefined {
  if (/^Z$/i.test(zone)) return 0
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? []
  if (sign === undefined) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
}
