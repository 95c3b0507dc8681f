import type { Flaw } from './judge.ts'
import type { Kind } from './kind.ts'
import type { Result } from './results.ts'

/** A line for each kind of what is promised, with a sum; then one for each of what is not. */
export function toTables(results: readonly Result[]): string {
  const [outside, inside] = [true, false].map((wanted) =>
    results.filter(({ course }) => (course.fault.kind.isOutside ?? false) === wanted),
  )
  return [
    '### What is promised',
    '',
    ...toTable(PROMISED, inside ?? []),
    '',
    '### What is not promised',
    '',
    ...toTable(NOT_PROMISED, outside ?? []),
  ].join('\n')
}

/** The whole in a sentence, as it was and not as it should have been. */
export function toSummary(results: readonly Result[], seed: number): string {
  const promised = results.filter(({ course }) => !course.fault.kind.isOutside)
  const kinds = new Set(promised.map(({ course }) => course.fault.kind.name)).size
  const total = (flaw: Flaw): number => sum(promised, ({ verdict }) => verdict[flaw])
  const tracked = sum(promised, ({ verdict }) => verdict.tracked)
  const failed = promised.filter(({ isPassed }) => !isPassed).length
  const mistimed = sum(promised, ({ course, verdict }) =>
    course.fault.kind.notPromised?.includes('mistimed') ? 0 : verdict.mistimed,
  )
  const wins = sum(promised, ({ verdict }) => verdict.winsAgain)
  const echoes = sum(promised, ({ verdict }) => verdict.echoes)
  return [
    `Seed ${seed}: ${promised.length} faults of ${kinds} kinds in ${enginesOf(promised)}.`,
    `Of ${tracked} events ${total('lost')} were lost and ${total('doubled')} doubled,`,
    `${total('disordered')} were out of order, ${mistimed} had a wrong time and`,
    `${total('misattributed')} the wrong person; ${total('gaps')} reports of our own were lost.`,
    `A win was reported ${wins} times beyond once by tabs that reached it in the same moment;`,
    `${echoes} times what two tabs noticed in the same moment was said once.`,
    `${failed} faults failed.`,
  ].join('\n')
}

/** What other programs read. */
export function toLastLine(results: readonly Result[]): string {
  const passed = results.filter(({ isPassed }) => isPassed).length
  return `${passed} passed, ${results.length - passed} failed`
}

interface Column {
  readonly head: string
  /** `undefined` for the line of the sum. */
  readonly cell: (ofKind: readonly Result[], kind: Kind | undefined) => string | number
}

const KIND: readonly Column[] = [
  { head: 'kind', cell: (_, kind) => (kind ? `\`${kind.name}\`` : '**all**') },
  { head: 'what happens', cell: (_, kind) => kind?.does ?? '' },
  { head: 'what is promised', cell: (_, kind) => kind?.promise ?? '' },
]

const FIGURES: readonly Column[] = [
  { head: 'engines', cell: (ofKind) => enginesOf(ofKind) },
  { head: 'faults', cell: (ofKind) => ofKind.length },
  { head: 'events', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.tracked) },
  { head: 'lost', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.lost) },
]

const PROMISED: readonly Column[] = [
  ...KIND,
  ...FIGURES,
  { head: 'own reports lost', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.gaps) },
  { head: 'doubled', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.doubled) },
  { head: 'out of order', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.disordered) },
  { head: 'wrong time', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.mistimed) },
  { head: 'copies sent', cell: (ofKind) => sum(ofKind, ({ course }) => course.copies) },
]

const NOT_PROMISED: readonly Column[] = [
  ...KIND,
  ...FIGURES,
  { head: 'told as dropped', cell: (ofKind) => sum(ofKind, ({ verdict }) => verdict.dropped) },
]

function toTable(columns: readonly Column[], results: readonly Result[]): readonly string[] {
  const kinds = [...Map.groupBy(results, ({ course }) => course.fault.kind)].toSorted(
    ([one], [other]) => one.name.localeCompare(other.name),
  )
  const toLine = (ofKind: readonly Result[], kind?: Kind): string =>
    toRow(columns.map(({ cell }) => cell(ofKind, kind)))
  return [
    toRow(columns.map(({ head }) => head)),
    toRow(columns.map(() => '---')),
    ...kinds.map(([kind, ofKind]) => toLine(ofKind, kind)),
    toLine(results),
  ]
}

function toRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function enginesOf(results: readonly Result[]): string {
  return [...new Set(results.map(({ course }) => course.fault.engine))].toSorted().join(', ')
}

function sum(results: readonly Result[], figure: (result: Result) => number): number {
  return results.reduce((total, result) => total + figure(result), 0)
}
