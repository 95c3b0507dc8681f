/**
 * Something the operator should know. Never contents of events, never an address, never more than
 * the first six characters of a key.
 */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /** What happened, for programs: it stays. */
  readonly event: string
  /** What happened, in words. */
  readonly message: string
  /** What belongs to it, as JSON fields. */
  readonly fields?: Readonly<Record<string, string | number | boolean>>
}

export type Log = (entry: LogEntry) => void

/** One line of JSON. `now` in ms since 1970. */
export function toJsonLine({ level, event, message, fields }: LogEntry, now: number): string {
  const time = new Date(now).toISOString()
  return JSON.stringify({ time, level, event, message, ...fields })
}

/** One line for people. */
export function toTextLine({ level, message, fields = {} }: LogEntry, now: number): string {
  const time = new Date(now).toISOString()
  const details = Object.entries(fields).map(
    ([name, value]) => ` ${name}=${oneLine(String(value))}`,
  )
  return `${time} ${level.toUpperCase()} ${oneLine(message)}${details.join('')}`
}

/** What came from outside must not look like a line of ours. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')
}

const SHOWN_CHARACTERS = 6

/** As much of a key as a log may show. */
export function cutKey(key: string): string {
  return key.slice(0, SHOWN_CHARACTERS)
}

/** Something that goes wrong thousands of times a second is said this often. */
const QUIET_MS = 10_000
const MAX_KINDS = 200

/** Says each kind of thing at most once in ten seconds, with how often it happened since. */
export function createQuietLog(
  log: Log,
  now: () => number,
): (kind: string, entry: LogEntry) => void {
  const heard = new Map<string, { at: number; times: number }>()

  return (kind, entry) => {
    const at = now()
    const last = heard.get(kind)
    if (last && Math.abs(at - last.at) < QUIET_MS) {
      last.times += 1
      return
    }
    if (!last && heard.size >= MAX_KINDS) heard.clear()
    heard.set(kind, { at, times: 0 })
    const missed = last?.times ?? 0
    log(missed === 0 ? entry : { ...entry, fields: { ...entry.fields, alsoUnsaid: missed } })
  }
}
