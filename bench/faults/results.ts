import { FLAWS, judge, type Flaw, type Verdict } from './judge.ts'
import type { Course } from './run-fault.ts'
import type { StoredRow } from './stored-rows.ts'

/** A fault, what happened, and what is on disk. */
export interface Result {
  readonly course: Course
  readonly verdict: Verdict
  /** What was wrong, promised or not. */
  readonly flaws: readonly Flaw[]
  readonly isPassed: boolean
}

/** Gives each fault its rows: those with its marks, and all others of the same people and sessions. */
export function toResults(
  courses: readonly Course[],
  rows: readonly StoredRow[],
): readonly Result[] {
  const faultOf = toFaultOf(rows)
  const byFault = Map.groupBy(rows, faultOf)
  return courses.map((course) => {
    const verdict = judge(course.tracked, byFault.get(course.fault.id) ?? [])
    const flaws = FLAWS.filter((flaw) => verdict[flaw] > 0)
    const { kind } = course.fault
    const isWinThere = !kind.keepsWins || verdict.winners > 0
    const isClean = isWinThere && flaws.every((flaw) => kind.notPromised?.includes(flaw))
    const isCarriedOut = course.problem === undefined && verdict.tracked > 0
    return { course, verdict, flaws, isPassed: isCarriedOut && isClean }
  })
}

function toFaultOf(rows: readonly StoredRow[]): (row: StoredRow) => string | undefined {
  const known = new Map<string, string>()
  for (const { mark, session, anonymousId } of rows) {
    const fault = mark?.split('.')[1]
    if (fault === undefined) continue
    known.set(session, fault)
    known.set(anonymousId, fault)
  }
  return ({ session, anonymousId }) => known.get(session) ?? known.get(anonymousId)
}

/** One line: what was wrong. */
export function describeResult({ course, verdict, flaws }: Result): string {
  const { fault, left, problem = '' } = course
  const noWin = fault.kind.keepsWins && verdict.winners === 0 ? ['no win'] : []
  const wrong = [...flaws.map((flaw) => `${verdict[flaw]} ${flaw}`), ...noWin].join(', ')
  const { tracked, worstMs } = verdict
  const what = `${wrong} of ${tracked} events, times off by up to ${worstMs} ms`
  const onDevice = left === undefined ? '' : `\n  on the device: ${left}`
  return `FAILED ${fault.id} ${fault.kind.name} in ${fault.engine}: ${what} ${problem}${onDevice}`
}
