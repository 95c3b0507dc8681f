import { expect, it } from 'vitest'
import { toFailures } from './failures.js'

it('names what failed in Playwright, in suites of suites, with the reason and without colours', () => {
  const spec = (status: string, results: object[]) => ({
    title: 'H1 a page',
    file: 'css.spec.ts',
    line: 7,
    tests: [{ projectName: 'firefox', status, results }],
  })
  const red = spec('unexpected', [
    { error: { message: '\u001B[31mExpected: 1\u001B[39m\nReceived: 2\n' } },
  ])
  const report = {
    stats: {},
    suites: [{ specs: [spec('expected', [])], suites: [{ specs: [red] }] }],
  }
  expect(toFailures(report)).toEqual([
    'Failed: [firefox] css.spec.ts:7 H1 a page\n    Expected: 1\n    Received: 2',
  ])
})

it('names what failed in vitest, and files that could not be read', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'it works', failureMessages: [] },
          { status: 'failed', fullName: 'it breaks', failureMessages: ['Error: no'] },
        ],
      },
      { name: 'b.test.ts', message: 'SyntaxError', assertionResults: [] },
    ],
  }
  expect(toFailures(report)).toEqual([
    'Failed: a.test.ts it breaks\n    Error: no',
    'Failed: b.test.ts\n    SyntaxError',
  ])
})

it('repeats no more than the beginning of a long reason', () => {
  const message = Array.from({ length: 100 }, (_, line) => String(line)).join('\n')
  const [text] = toFailures({ testResults: [{ name: 'a', message, assertionResults: [] }] })
  expect(text?.split('\n')).toHaveLength(15)
})
