import { expect, it } from 'vitest'
import { rankOfEarliest, rankOfLatest } from './rank.ts'

const AT = Date.UTC(2026, 10, 22)

function isGreater(one: string, other: string): boolean {
  return BigInt(one) > BigInt(other)
}

it('of the latest is greater the later it is, and with the greater text', () => {
  expect(isGreater(rankOfLatest(AT + 1, 'a'), rankOfLatest(AT, 'b'))).toBe(true)
  expect(isGreater(rankOfLatest(AT, 'b'), rankOfLatest(AT, 'a'))).toBe(true)
  expect(isGreater(rankOfLatest(AT, '🎉'), rankOfLatest(AT, 'é'))).toBe(true)
})

it('of the earliest is greater the earlier it is, and with the lesser text', () => {
  expect(isGreater(rankOfEarliest(AT, 'b'), rankOfEarliest(AT + 1, 'a'))).toBe(true)
  expect(isGreater(rankOfEarliest(AT, 'a'), rankOfEarliest(AT, 'b'))).toBe(true)
})

it('tells UUIDs of one millisecond apart', () => {
  const [one, other] = [
    '019aa000-0000-7000-8000-000000000000',
    '019aa000-0000-7001-8000-000000000000',
  ]
  expect(isGreater(rankOfEarliest(AT, one), rankOfEarliest(AT, other))).toBe(true)
})

it('fits into 64 bits for all times that a date can have', () => {
  for (const at of [-1, 0, 8.64e15 / 1_000]) {
    const rank = BigInt(rankOfLatest(at, '\u{10ffff}'))
    expect(rank >= 0n && rank < 2n ** 64n).toBe(true)
  }
})
