import { expect, it } from 'vitest'
import { toMs } from './duration.ts'

it.each([
  ['250ms', 250],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
  ['1w', 604_800_000],
  ['0s', 0],
])('reads %s as %d ms', (duration, expected) => {
  expect(toMs(duration)).toBe(expected)
})
