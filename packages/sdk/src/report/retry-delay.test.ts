import { describe, expect, it } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

describe('retryDelayMs', () => {
  it.each([
    [1, 250, 500],
    [2, 500, 1000],
    [5, 4000, 8000],
    [8, 30_000, 60_000],
    [2000, 30_000, 60_000],
  ])('waits after %i failures between %i and %i ms', (failures, least, most) => {
    expect(retryDelayMs(failures, 60_000, 0)).toBe(least)
    expect(retryDelayMs(failures, 60_000, 1)).toBe(most)
  })
})
