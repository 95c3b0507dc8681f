import { expect, it } from 'vitest'
import { toRuns } from './read-runs.ts'
import { missingIds, toDocument } from './to-table.ts'

const test = (
  projectName: string,
  status: 'expected' | 'unexpected' | 'skipped' = 'expected',
  annotations: { type: string; description?: string }[] = [],
) => ({ projectName, status, annotations })

const REPORT = {
  suites: [
    {
      specs: [
        {
          title: 'H2 every div is hidden',
          file: 'css.spec.ts',
          tests: [test('chromium'), test('firefox', 'unexpected')],
        },
        { title: 'opens the checklist', file: 'walk.spec.ts', tests: [test('chromium')] },
      ],
      suites: [
        {
          specs: [
            {
              title: 'H10 a | b',
              file: 'layers.spec.ts',
              tests: [
                test('webkit', 'expected', [{ type: 'lacks', description: 'Navigation API' }]),
                test('firefox', 'skipped', [{ type: 'skip', description: 'no CDP' }]),
              ],
            },
          ],
        },
      ],
    },
  ],
}

it('reads what came of each scenario, and leaves out what is none', () => {
  expect(toRuns(REPORT)).toEqual([
    { id: 'H2', title: 'every div is hidden', engine: 'chromium', outcome: { is: 'holds' } },
    { id: 'H2', title: 'every div is hidden', engine: 'firefox', outcome: { is: 'fails' } },
    {
      id: 'H10',
      title: 'a | b',
      engine: 'webkit',
      outcome: { is: 'lacks', what: 'Navigation API' },
    },
    { id: 'H10', title: 'a | b', engine: 'firefox', outcome: { is: 'tool', what: 'no CDP' } },
  ])
})

it('writes a row for each scenario, in the order of their numbers', () => {
  const document = toDocument(toRuns(REPORT), '# Scenarios')
  const rows = document.split('\n').filter((line) => line.startsWith('| H'))
  expect(rows).toEqual([
    '| H2 | every div is hidden | yes | **no** | – |',
    String.raw`| H10 | a \| b | – | not tried (no CDP) | has no Navigation API |`,
  ])
})

it('names the scenarios that have no test', () => {
  const missing = missingIds(toRuns(REPORT))
  expect(missing).toContain('H1')
  expect(missing).toContain('pain 40')
  expect(missing).not.toContain('H2')
  // What is about transport is tested where transport is.
  expect(missing).not.toContain('T17')
})
