import { describe, expect, it } from 'vitest'
import { en } from '../words/en.ts'
import { ja } from '../words/ja.ts'
import { durationOf } from './celebration-words.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe('durationOf', () => {
  it.each([
    [-5, '0 sec'],
    [42 * SECOND, '42 sec'],
    [6 * MINUTE + 12 * SECOND, '6 min'],
    [119 * MINUTE, '119 min'],
    [2 * HOUR, '2 hr'],
    [47 * HOUR, '47 hr'],
    [48 * HOUR, '2 days'],
  ])('writes %d ms as %s', (ms, words) => {
    expect(durationOf(ms, 'en')).toBe(words)
  })

  it('stands in a sentence of its language', () => {
    expect(en.after(durationOf(6 * MINUTE, 'en'))).toBe('6 min after you started')
    expect(ja.after(durationOf(6 * MINUTE, 'ja'))).toBe('開始から6分で達成')
  })
})
