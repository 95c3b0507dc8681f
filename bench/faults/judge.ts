import { countGaps } from './count-gaps.ts'
import type { Tracked } from './ledger.ts'
import type { StoredRow } from './stored-rows.ts'

/** What became of the events of one fault. */
export interface Verdict {
  readonly tracked: number
  /** Tracked, and not in the collector's file. */
  readonly lost: number
  /** More than one row for an event. */
  readonly doubled: number
  /** Numbers that are missing in a session: a report of our own was lost. */
  readonly gaps: number
  /** Numbers that are missing because another tab has said the same in that moment. */
  readonly echoes: number
  /** Not in the order in which the page tracked them, by session and sequence. */
  readonly disordered: number
  /** The corrected time is off by more than the way to the collector took. */
  readonly mistimed: number
  /** Stored with another person than the one who was signed in. */
  readonly misattributed: number
  /** Reports of a win beyond one for each person: results count the earliest, so this harms nothing. */
  readonly winsAgain: number
  /** People of whom a win is on disk. */
  readonly winners: number
  /** What the pages told to have dropped, reports of our own included. */
  readonly dropped: number
  /** Lost, and beyond what the pages told to have dropped. */
  readonly untold: number
  /** By how much corrected times were off at most, in ms, the way to the collector included. */
  readonly worstMs: number
}

/** Each of these figures is to be 0. */
export const FLAWS = [
  'lost',
  'untold',
  'doubled',
  'gaps',
  'disordered',
  'mistimed',
  'misattributed',
] as const

export type Flaw = (typeof FLAWS)[number]

/**
 * Compares what the pages tracked with what is on disk.
 *
 * @param rows of this fault: those with its marks, and all others of the same sessions
 */
export function judge(tracked: readonly Tracked[], rows: readonly StoredRow[]): Verdict {
  const byMark = Map.groupBy(rows, ({ mark }) => mark)
  const pairs = tracked.flatMap((one) => {
    const [row] = byMark.get(one.mark) ?? []
    return row ? [{ one, row }] : []
  })
  const copies = tracked.map(({ mark }) => byMark.get(mark)?.length ?? 0)
  const lost = copies.filter((count) => count === 0).length
  const dropped = rows.reduce((sum, row) => sum + row.dropped, 0)
  const wins = rows.filter(({ name }) => name === 'win_reached')
  const winners = new Set(wins.map(({ anonymousId, user }) => `${anonymousId} ${user ?? ''}`)).size
  const { unexplained, echoes } = countGaps(rows)
  return {
    tracked: tracked.length,
    lost,
    untold: Math.max(lost - dropped, 0),
    doubled: copies.filter((count) => count > 1).length,
    gaps: unexplained,
    echoes,
    disordered: countDisordered(pairs),
    mistimed: pairs.filter((pair) => isMistimed(pair)).length,
    misattributed: pairs.filter(({ one, row }) => isMisattributed(one, row)).length,
    // Tabs that reach a win in the same few milliseconds do not see each other's yet.
    winsAgain: wins.length - winners,
    winners,
    dropped,
    worstMs: Math.max(0, ...pairs.map(({ one, row }) => errorMs(one, row))),
  }
}

interface Pair {
  readonly one: Tracked
  readonly row: StoredRow
}

/** Of two that one page tracked in one session, the later one has the higher number. */
function countDisordered(pairs: readonly Pair[]): number {
  const lines = Map.groupBy(pairs, ({ one, row }) => `${one.page} ${row.session}`)
  return [...lines.values()].reduce((sum, line) => {
    const back = line.filter(({ row }, index) => {
      const before = line[index - 1]
      return before !== undefined && before.row.sequence >= row.sequence
    })
    return sum + back.length
  }, 0)
}

/** The collector knows no better than the time on the way lets it. */
function isMistimed(pair: Pair): boolean {
  const { one, row } = pair
  const onTheWay = row.receivedAt - (row.deviceSentAt - one.clockMs())
  return errorMs(one, row) > Math.max(onTheWay, 0) + ROUNDING_MS
}

/** Clocks count whole milliseconds, and each of the four readings is cut. */
const ROUNDING_MS = 2

/** How far the stored time lies outside of the moment at which it was tracked. */
function errorMs({ between: [from, to] }: Tracked, { at }: StoredRow): number {
  return Math.max(from - at, at - to, 0)
}

function isMisattributed({ user }: Tracked, row: StoredRow): boolean {
  return user !== undefined && row.user !== user
}
