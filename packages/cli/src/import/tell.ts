import { visible } from '../visible.ts'
import type { Language } from '../words.ts'
import type { Tally } from './tally.ts'

const MOST_NAMES = 12

export interface Outcome {
  /** `undefined` in a dry run. */
  readonly written: { readonly added: number; readonly duplicates: number } | undefined
  readonly journey: string | undefined
}

/** What a file holds, and what became of it, for the reader. */
export function tell(tally: Tally, outcome: Outcome, language: Language): string {
  const say = WORDS[language]
  const { rows, accepted, people, earliest, latest, unused } = tally
  const lines = [
    `${say.rows}: ${rows}`,
    `${say.good}: ${accepted}`,
    ...indent(mostOf(tally.events)),
    ...(accepted > 0 ? [`${say.time}: ${iso(earliest)} – ${iso(latest)}`] : []),
    `${say.people}: ${people.size}`,
    ...(unused.size > 0 ? [`${say.unused}: ${[...unused].map(visible).join(', ')}`] : []),
    ...refusals(tally, say.refused, say.line),
    ...(outcome.journey === undefined ? [] : [`${say.wins(outcome.journey)}: ${tally.wins.size}`]),
    ...indent(mostOf(tally.wins)),
  ]
  const { written } = outcome
  const end = written ? say.written(written.added, written.duplicates) : say.dry
  return [...lines, '', end].join('\n')
}

function refusals({ refused }: Tally, heading: string, line: string): string[] {
  if (refused.size === 0) return []
  const count = [...refused.values()].reduce((sum, one) => sum + one.count, 0)
  const rows = [...refused].toSorted(([, one], [, other]) => other.count - one.count)
  return [
    `${heading}: ${count}`,
    ...indent(
      rows.slice(0, MOST_NAMES).map(([reason, { count: many, lines }]) => {
        const more = many > lines.length ? ' …' : ''
        return `${many} × ${visible(reason)} (${line} ${lines.join(', ')}${more})`
      }),
    ),
  ]
}

function mostOf(counts: ReadonlyMap<string, number>): string[] {
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one)
  const shown = sorted.slice(0, MOST_NAMES).map(([name, count]) => `${count} × ${visible(name)}`)
  return sorted.length > MOST_NAMES ? [...shown, '…'] : shown
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`)
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

const WORDS = {
  en: {
    rows: 'Rows',
    good: 'Events and traits that can be imported',
    time: 'From and to',
    people: 'Users',
    unused: 'Columns that are not used',
    refused: 'Refused',
    line: 'line',
    wins: (journey: string) => `Wins reached in ${journey}`,
    dry: 'Nothing has been written. Import with --yes.',
    written: (added: number, duplicates: number) =>
      `Imported ${added} events; ${duplicates} were there already.`,
  },
  ja: {
    rows: '行数',
    good: '取り込めるイベントと属性',
    time: '期間',
    people: '利用者数',
    unused: '使わない列',
    refused: '取り込めない行',
    line: '行',
    wins: (journey: string) => `${journey} で達成済みの成果`,
    dry: 'まだ何も書き込んでいません。取り込むには --yes を付けてください。',
    written: (added: number, duplicates: number) =>
      `${added} 件を取り込みました。${duplicates} 件は取り込み済みでした。`,
  },
} as const
