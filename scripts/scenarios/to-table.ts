import type { Outcome, Run } from './read-runs.ts'

const ENGINES = ['chromium', 'firefox', 'webkit'] as const

/** How many scenarios of each kind there are; each must have a test. */
export const KINDS = [
  { prefix: 'H', count: 57, title: 'Hosts that stand in the way' },
  { prefix: 'pain ', count: 40, title: 'What users of tour libraries suffer from' },
  { prefix: 'A', count: 44, title: 'Keyboard and assistive technology' },
  { prefix: 'T', count: 32, title: 'Threats' },
] as const

/** Those that are about something else than the page: transport, supply chain, the collector. */
const ELSEWHERE = new Set(['T17', 'T18', 'T19', 'T20', 'T21', 'T30'])

/** The document: a table for each kind of scenario, a row for each test, a column for each engine. */
export function toDocument(runs: readonly Run[], intro: string): string {
  const sections = KINDS.map(({ prefix, title }) => {
    const rows = rowsOf(runs.filter(({ id }) => isOf(prefix, id)))
    const head = '| | Scenario | Chromium | Firefox | WebKit |\n| --- | --- | --- | --- | --- |'
    return `## ${title}\n\n${head}\n${rows.join('\n')}\n`
  })
  return `${intro.trim()}\n\n${summary(runs)}\n\n${sections.join('\n')}`
}

/** The ids that no test is named after. */
export function missingIds(runs: readonly Run[]): string[] {
  const found = new Set(runs.map(({ id }) => id))
  return KINDS.flatMap(({ prefix, count }) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`),
  ).filter((id) => !found.has(id) && !ELSEWHERE.has(id))
}

/** What each row is about, without what came of it: for comparing two runs. */
export function rowNames(runs: readonly Run[]): Set<string> {
  return new Set(runs.map(({ id, title }) => `${id} ${inCell(title)}`))
}

function isOf(prefix: string, id: string): boolean {
  return id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length))
}

function rowsOf(runs: readonly Run[]): string[] {
  const byName = Map.groupBy(runs, ({ id, title }) => `${id}\n${title}`)
  return [...byName]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([name, own]) => {
      const [id = '', title = ''] = name.split('\n')
      const cells = ENGINES.map((engine) =>
        toCell(own.find((run) => run.engine === engine)?.outcome),
      )
      return `| ${id.replace('pain ', '')} | ${inCell(title)} | ${cells.join(' | ')} |`
    })
}

function toCell(outcome: Outcome | undefined): string {
  switch (outcome?.is) {
    case 'holds':
      return 'yes'
    case 'fails':
      return '**no**'
    case 'lacks':
      return `has no ${inCell(outcome.what)}`
    case 'tool':
      return `not tried (${inCell(outcome.what)})`
    case undefined:
      return '–'
  }
}

function summary(runs: readonly Run[]): string {
  const lines = ENGINES.map((engine) => {
    const own = runs.filter((run) => run.engine === engine)
    const count = (is: Outcome['is']): number =>
      own.filter(({ outcome }) => outcome.is === is).length
    return `| ${engine} | ${own.length} | ${count('holds')} | ${count('fails')} | ${count('lacks')} | ${count('tool')} |`
  })
  const head =
    '| Engine | Tests | hold | fail | feature missing in the engine | not tried |\n| --- | --- | --- | --- | --- | --- |'
  return `${head}\n${lines.join('\n')}`
}

function inCell(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('*', String.raw`\*`)
    .replaceAll('<', '&lt;')
}
