import { expect, it } from 'vitest'
import { didYouMean, suggest } from './suggest.ts'

it.each([
  ['titel', 'title'],
  ['evnt', 'event'],
  ['Event', 'event'],
  ['ttl', undefined],
  ['id', 'ids'],
  ['event', undefined],
  ['zzzzz', undefined],
  ['x', undefined],
  ['', undefined],
  ['event'.repeat(1000), undefined],
])('suggests for %j: %j', (word, expected) => {
  expect(
    suggest(
      word,
      ['title', 'event', 'ids', 'y'].filter((known) => known !== word),
    ),
  ).toBe(expected)
})

it('prefers what is nearest', () => {
  expect(suggest('win', ['wind', 'wins', 'wxn'])).toBe('wind')
  expect(suggest('atLest', ['atMost', 'atLeast'])).toBe('atLeast')
})

it('says nothing without a suggestion', () => {
  expect(didYouMean(undefined)).toBe('')
  expect(didYouMean('a"b')).toBe(' Did you mean "a\\"b"?')
})
