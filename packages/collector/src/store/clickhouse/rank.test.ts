import { expect, it } from 'vitest'
import { rankAfter, rankOfEarliest, rankOfLatest, rankOfLink } from './rank.ts'

const AT = Date.UTC(2026, 10, 22)

function isGreater(one: string, other: string): boolean {
  return BigInt(one) > BigInt(other)
}

it('of the latest is greater the later it is, and with the greater text', () => {
  expect(isGreater(rankOfLatest(AT + 1, 'a'), rankOfLatest(AT, 'b'))).toBe(true)
  expect(isGreater(rankOfLatest(AT, 'b'), rankOfLatest(AT, 'a'))).toBe(true)
  expect(isGreater(rankOfLatest(AT, '🎉'), rankOfLatest(AT, 'é'))).toBe(true)
})

it('of the earliest is greater the earlier it is', () => {
  expect(isGreater(rankOfEarliest(AT), rankOfEarliest(AT + 1))).toBe(true)
})

it('of a link is greater where it is proven, however late it is', () => {
  expect(isGreater(rankOfLink(AT, true), rankOfLink(AT - 1, false))).toBe(true)
  expect(isGreater(rankOfLink(AT, true), rankOfLink(AT + 1, true))).toBe(true)
  expect(isGreater(rankOfLink(AT, false), rankOfLink(AT + 1, false))).toBe(true)
})

it('of what empties a part is greater than that of the part, and less than that of the next', () => {
  const rank = rankOfLatest(AT, '{"seen":1}')
  expect(isGreater(rankAfter(rank), rank)).toBe(true)
  expect(isGreater(rankOfLatest(AT + 1, ''), rankAfter(rank))).toBe(true)
})

it('fits into 64 bits for all times that a date can have', () => {
  for (const at of [-1, 0, 8.64e15 / 1_000]) {
    const ranks = [rankOfLatest(at, '\u{10ffff}'), rankOfLink(at, false), rankOfLink(at, true)]
    for (const rank of ranks) {
      expect(BigInt(rank) >= 0n && BigInt(rank) < 2n ** 64n).toBe(true)
    }
  }
})
