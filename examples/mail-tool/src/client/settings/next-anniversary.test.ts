import { describe, expect, it } from 'vitest'
import { nextAnniversary } from './next-anniversary.ts'

const on = (year: number, day = 22): number => new Date(year, 10, day, 9).getTime()

describe('nextAnniversary', () => {
  it('is a year after the start, not on the first day', () => {
    expect(nextAnniversary(on(2026), on(2026))).toBe(on(2027))
  })

  it('is the next one once a year has gone by', () => {
    expect(nextAnniversary(on(2026), on(2027, 25))).toBe(on(2028))
  })
})
