import type { StoredRow } from './stored-rows.ts'

/** Numbers that are missing in the sessions of a fault. */
export interface Gaps {
  /** Nothing says why: a report of our own was lost. */
  readonly unexplained: number
  /** Another tab of the same person has reported the same in that moment, and it was said once. */
  readonly echoes: number
}

/** What a person does once, whoever of their tabs notices it. */
const ONCE = new Set([
  'win_reached',
  'task_completed',
  'path_completed',
  'journey_started',
  'celebration_shown',
])

/** Two tabs that notice the same do so within this. */
const MOMENT_MS = 2_000

/** Each session counts its events from 1. */
export function countGaps(rows: readonly StoredRow[]): Gaps {
  const sessions = Map.groupBy(rows, ({ session }) => session)
  let [unexplained, echoes] = [0, 0]
  for (const [session, own] of sessions) {
    const said = new Set(own.map(({ name }) => name))
    const others = rows.filter((row) => row.session !== session && ONCE.has(row.name))
    const candidates = new Set(
      others.filter((row) => !said.has(row.name) && isSamePerson(row, own[0])),
    )
    for (const hole of holesIn(own)) {
      const echo = [...candidates].find(({ at }) => at >= hole.from && at <= hole.until)
      if (echo) candidates.delete(echo)
      echoes += Number(echo !== undefined)
      unexplained += Number(echo === undefined)
    }
  }
  return { unexplained, echoes }
}

interface Hole {
  readonly from: number
  readonly until: number
}

/** When what is missing can have happened, by what stands before and after it. */
function holesIn(session: readonly StoredRow[]): Hole[] {
  const bySequence = new Map(session.map((row) => [row.sequence, row]))
  const last = Math.max(...bySequence.keys())
  const holes: Hole[] = []
  let from = Number.NEGATIVE_INFINITY
  for (let number = 1; number < last; number += 1) {
    const row = bySequence.get(number)
    if (row) from = row.at
    else holes.push({ from: from - MOMENT_MS, until: nextAt(bySequence, number) + MOMENT_MS })
  }
  return holes
}

function nextAt(bySequence: ReadonlyMap<number, StoredRow>, number: number): number {
  const later = [...bySequence].filter(([sequence]) => sequence > number)
  return Math.min(...later.map(([, { at }]) => at))
}

function isSamePerson(row: StoredRow, other: StoredRow | undefined): boolean {
  return (
    row.anonymousId === other?.anonymousId || (row.user !== undefined && row.user === other?.user)
  )
}
