import type { PastResult } from '@firstwin/collector'
import type { PastReport } from './past-journeys.ts'

const MOST_EXAMPLES = 3

/** What a file holds: counted row by row, whatever its size. */
export interface Tally {
  rows: number
  /** Where the latest row began. */
  line: number
  accepted: number
  readonly events: Map<string, number>
  readonly people: Set<string>
  earliest: number
  latest: number
  /** By reason: how many rows, and the lines of the first ones. */
  readonly refused: Map<string, { count: number; lines: number[] }>
  readonly unused: Set<string>
  /** People by win. */
  readonly wins: Map<string, number>
}

export function newTally(): Tally {
  return {
    rows: 0,
    line: 0,
    accepted: 0,
    events: new Map(),
    people: new Set(),
    earliest: Number.POSITIVE_INFINITY,
    latest: Number.NEGATIVE_INFINITY,
    refused: new Map(),
    unused: new Set(),
    wins: new Map(),
  }
}

export function countRow(tally: Tally, result: PastResult): void {
  // A row that says what happened and who it was is two things.
  if (result.line !== tally.line) tally.rows += 1
  tally.line = result.line
  for (const column of result.unused) tally.unused.add(column)
  if (!result.ok) {
    countRefused(tally, result.problem, result.line)
    return
  }
  const { event, at } = result
  const name = event.type === 'track' ? event.event : event.type
  tally.accepted += 1
  tally.events.set(name, (tally.events.get(name) ?? 0) + 1)
  tally.people.add(event.userId ?? `a:${event.anonymousId ?? ''}`)
  tally.earliest = Math.min(tally.earliest, at)
  tally.latest = Math.max(tally.latest, at)
}

export function countReport(tally: Tally, { report }: PastReport): void {
  if (report.name !== 'win_reached') return
  const { win } = report.properties
  tally.wins.set(win, (tally.wins.get(win) ?? 0) + 1)
}

/** Reasons that quote what stands in the file are one reason. */
function countRefused({ refused }: Tally, problem: string, line: number): void {
  const reason = problem.replaceAll(/"[^"]*"/g, '"…"')
  const known = refused.get(reason) ?? { count: 0, lines: [] }
  known.count += 1
  if (known.lines.length < MOST_EXAMPLES) known.lines.push(line)
  refused.set(reason, known)
}
