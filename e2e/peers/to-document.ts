import { CONTROL } from './cases-control.ts'
import { CASES } from './cases.ts'
import { LIBRARIES } from './library.ts'

/** What came of each test, by its title: 'passes', or what was wrong. */
export type Verdicts = ReadonlyMap<string, string>

/** The title of the test of this case with this library. */
export function toTitle(group: string, one: { id: string; name: string }, library: string): string {
  return `${group}, ${one.id} ${one.name}: ${library}`
}

/** Every title that a whole run has. */
export const TITLES: readonly string[] = CASES.flatMap(({ group, cases }) =>
  cases.flatMap((one) => LIBRARIES.map(({ name }) => toTitle(group, one, name))),
)

/** @param day of the run, `2026-11-22` */
export function toDocument(verdicts: Verdicts, day: string, browser: string): string {
  const passes = (title: string): boolean => verdicts.get(title) === 'passes'
  const counted = CASES.filter(({ cases }) => cases !== CONTROL)
  const titlesOf = (library: string): string[] =>
    counted.flatMap(({ group, cases }) => cases.map((one) => toTitle(group, one, library)))
  const totals = LIBRARIES.map(({ name }) => titlesOf(name).filter(passes).length)
  const count = counted.flatMap(({ cases }) => cases).length
  const names = LIBRARIES.map(({ name, version }) => `${name} ${version}`)
  const tables = CASES.map(({ group, cases }) => {
    const rows = cases.map((one) => {
      const cells = LIBRARIES.map(({ name }) => (passes(toTitle(group, one, name)) ? 'yes' : 'no'))
      return toRow([one.name, ...cells])
    })
    return `## ${group}\n\n${toHead(['What is expected', ...names])}\n${rows.join('\n')}`
  })
  return `${toIntro(count, day, browser)}

${toHead(['', ...names])}
${toRow([`of ${count} cases pass`, ...totals.map(String)])}

${tables.join('\n\n')}

${toNotes()}

${toFailures(verdicts)}
`
}

function toIntro(count: number, day: string, browser: string): string {
  return `# Beside the peers

${count} cases that make users of tour libraries suffer, each checked by the same code
([e2e/peers](../e2e/peers)) for Firstwin and two of its peers, in the same page of a host, with the same tour of
three steps. We chose the cases: they are what people report of such libraries, and what we built Firstwin for.
So the table tells where it holds, not which library is the best for you.

Every library runs at its default options. React Joyride is also told \`run\`, \`continuous\`, \`skipBeacon\` and
\`scrollToFirstStep\`, which make it do what the others do by themselves. Where an option of a peer bears on a
case, a note below says so. A case that fails is tried a second time, with every library. The control counts for
nobody: who fails there would be used wrongly here.

Run on ${day} in ${browser} by \`npm run peers\`, which writes this file.`
}

/** What is to be known about single cases. */
function toNotes(): string {
  const notes = CASES.flatMap(({ cases }) => cases)
    .filter(({ note }) => note !== undefined)
    .map(({ name, note }) => `- ${name}: ${note}`)
  return `## Notes\n\n${notes.join('\n')}`
}

/** What was wrong, in the words of the check. */
function toFailures(verdicts: Verdicts): string {
  const lists = LIBRARIES.map(({ name: library }) => {
    const lines = CASES.flatMap(({ group, cases }) =>
      cases.flatMap((one) => {
        const verdict = verdicts.get(toTitle(group, one, library))
        return verdict === 'passes' ? [] : [`- ${one.name}: \`${toCode(verdict)}\``]
      }),
    )
    return `### ${library}\n\n${lines.join('\n') || 'Nothing.'}`
  })
  return `## What was wrong\n\n${lists.join('\n\n')}`
}

function toCode(words = 'not run'): string {
  return words.replaceAll('`', "'").slice(0, 240)
}

function toHead(cells: readonly string[]): string {
  return `${toRow(cells)}\n${toRow(cells.map(() => '---'))}`
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
