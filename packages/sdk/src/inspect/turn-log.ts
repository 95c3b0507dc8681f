import type { Outcome, Signal } from '@firstwin/engine'
import type { Heard } from '../runner.ts'
import { toShownText } from './to-text.ts'

/** A signal that was heard, and what it changed. */
export interface Entry {
  id: number
  /** Milliseconds since 1970, by the clock of the rules. */
  at: number
  signal: Signal
  reports: Outcome['reports']
  effects: Outcome['effects']
  /** What came on screen; empty where something left it; `undefined` where it stayed as it was. */
  shown: string | undefined
  /** How many times in a row the same was heard without changing anything. */
  count: number
}

/** More are of no use to a reader, and the page may be open for days. */
const MOST_ENTRIES = 200

/** A turn as the log takes it. */
export interface Turn {
  outcome: Outcome
  heard: Heard
  now: number
  /** What was on screen before it. */
  before: string
}

/** The log with one more turn, newest first. Checks that change nothing are counted, not repeated. */
export function logTurn(entries: readonly Entry[], turn: Turn): readonly Entry[] {
  const { outcome, heard, now, before } = turn
  const { reports, effects, view, wants } = outcome
  // It is heard again, once the rules that it wants are there; of an event it is told that it came.
  if (wants && heard.signal.type !== 'event') return entries
  const after = toShownText(view?.shown)
  const shown = view === undefined || after === before ? undefined : after
  const [last] = entries
  const id = (last?.id ?? 0) + 1
  const entry = { id, at: now, signal: heard.signal, reports, effects, shown, count: 1 }
  if (last && isIdleCheck(entry) && isIdleCheck(last)) {
    return [{ ...last, at: now, count: last.count + 1 }, ...entries.slice(1)]
  }
  return [entry, ...entries].slice(0, MOST_ENTRIES)
}

export function changedNothing({ reports, effects, shown }: Omit<Entry, 'id'>): boolean {
  return reports.length === 0 && effects.length === 0 && shown === undefined
}

function isIdleCheck(entry: Entry): boolean {
  return entry.signal.type === 'check' && changedNothing(entry)
}
