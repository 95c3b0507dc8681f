import { expect, it } from 'vitest'
import { percentile } from './percentile.ts'

const HUNDRED = Array.from({ length: 100 }, (_, index) => 100 - index)

it.each([
  [0.5, HUNDRED, 50],
  [0.99, HUNDRED, 99],
  [1, HUNDRED, 100],
  [0.99, [7], 7],
  [0.5, [10, 9], 9],
  [0.5, [], 0],
])('takes as the share %d of %j', (share, values, expected) => {
  expect(percentile(values, share)).toBe(expected)
})
