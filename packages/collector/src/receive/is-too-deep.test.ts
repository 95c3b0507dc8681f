import { expect, it } from 'vitest'
import { isTooDeep } from './is-too-deep.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const rows: [what: string, text: string, deep: boolean][] = [
  ['nothing', '', false],
  ['as many levels as a batch may have', nested(16), false],
  ['one more', nested(17), true],
  ['many lists side by side', `[${Array.from({ length: 99 }, () => '[]').join()}]`, false],
  ['brackets in a string', JSON.stringify('['.repeat(99)), false],
  ['brackets after an escaped quote', JSON.stringify(`"${'['.repeat(99)}`), false],
  ['brackets after a string that ends in a backslash', `["\\\\",${nested(17)}]`, true],
]
it.each(rows)('judges %s', (_what, text, deep) => {
  expect(isTooDeep(text)).toBe(deep)
})
