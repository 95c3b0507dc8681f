import { describe, expect, it } from 'vitest'
import { tierOf } from '../../test/fake-source.ts'
import { en } from '../words/en.ts'
import { ja } from '../words/ja.ts'
import { tierAnswer } from './tier-answer.ts'

const open = { open: 10 }

/** The answer as one reads it. */
function said(minutes: Parameters<typeof tierOf>[1], words = en): string {
  const { figure, sentence, note } = tierAnswer(tierOf('first-strike', minutes), words)
  return `${figure} ${sentence} ${note}`.trim()
}

describe('tierAnswer', () => {
  const rows: [what: string, minutes: Parameters<typeof tierOf>[1], answer: string][] = [
    [
      'a pattern',
      [4, 5, 6, 7, 8, open],
      '6 min until half of your customers had their first result. ' +
        'With 95 % certainty the true figure is 3–12 min. 1 still on the way.',
    ],
    [
      'few customers',
      [4, 6],
      '4 min until half of your customers had their first result. ' +
        'Few customers so far: read it as a first hint. Nobody is on the way any more.',
    ],
    [
      'one customer',
      [6],
      '6 min until your first customer had a result. ' +
        'Few customers so far: read it as a first hint. Nobody is on the way any more.',
    ],
    [
      'fewer than half',
      [4, open, open],
      '1 of 3 customers had their first result so far. 2 still on the way.',
    ],
    ['nobody yet', [open], 'Nobody has had a first result yet. 1 still on the way.'],
  ]
  it.each(rows)('tells of %s', (_what, minutes, answer) => {
    expect(said(minutes)).toBe(answer)
  })

  it('leaves the upper end open while it is unknown', () => {
    const known = tierOf('aha', [4, 5, 6, 7, 8])
    const result = { ...known, median: { ms: 360_000, lowMs: 240_000, highMs: undefined } }
    expect(tierAnswer(result, en).note).toMatch(/true figure is 4 min or more/)
  })

  it('is a sentence in Japanese, too', () => {
    expect(said([4, 5, 6, 7, 8, open], ja)).toBe(
      '6 分 で、お客様の半数が最初の成果を得ています。 ' +
        '95 %の確からしさで、実際の値は 3～12 分の間にあります。ほかに 1 名が途中です。',
    )
  })
})
