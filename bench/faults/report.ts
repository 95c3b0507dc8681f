import type { Result } from './results.ts'

/** A line for each kind. */
export function toTable(results: readonly Result[]): string {
  const lines = [...Map.groupBy(results, ({ course }) => course.fault.kind.name)].map(
    ([name, ofKind]) => {
      const engines = [...new Set(ofKind.map(({ course }) => course.fault.engine))].join(', ')
      const [faults, tracked, lost, doubled] = [
        ofKind.length,
        sum(ofKind, ({ verdict }) => verdict.tracked),
        sum(ofKind, ({ verdict }) => verdict.lost + verdict.gaps),
        sum(ofKind, ({ verdict }) => verdict.doubled),
      ]
      const copies = sum(ofKind, ({ course }) => course.copies)
      return `| ${name} | ${engines} | ${faults} | ${tracked} | ${lost} | ${doubled} | ${copies} |`
    },
  )
  return [
    '| kind | engines | faults | events | lost | doubled | copies on the wire |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

/** What other programs read. */
export function toLastLine(results: readonly Result[]): string {
  const passed = results.filter(({ isPassed }) => isPassed).length
  return `${passed} passed, ${results.length - passed} failed`
}

function sum(results: readonly Result[], figure: (result: Result) => number): number {
  return results.reduce((total, result) => total + figure(result), 0)
}
