import { expect, it } from 'vitest'
import { excessOf } from './excess-of.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const rows: [what: string, text: string, excess: string | undefined][] = [
  ['nothing', '', undefined],
  ['as many levels as a batch may have', nested(16), undefined],
  ['one more', nested(17), 'depth'],
  ['many lists side by side', `[${Array.from({ length: 99 }, () => '[]').join()}]`, undefined],
  ['as many values as a batch may have', `[${'0,'.repeat(49_999)}0]`, undefined],
  ['one more', `[${'0,'.repeat(50_000)}0]`, 'values'],
  ['as many lists', `[${Array.from({ length: 49_999 }, () => '[]').join('')}]`, undefined],
  ['commas in a string', JSON.stringify(','.repeat(99_999)), undefined],
  ['brackets in a string', JSON.stringify('['.repeat(99)), undefined],
  ['brackets after an escaped quote', JSON.stringify(`"${'['.repeat(99)}`), undefined],
  ['brackets after a string that ends in a backslash', `["\\\\",${nested(17)}]`, 'depth'],
]
it.each(rows)('judges %s', (_what, text, excess) => {
  expect(excessOf(text)).toBe(excess)
})
