import { describe, expect, it } from 'vitest'
import { nextTimeAt } from './next-time-at.ts'

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime()

describe('nextTimeAt', () => {
  it('is today while the hour is to come', () => {
    expect(nextTimeAt(10, at(22, 9))).toBe(at(22, 10))
  })

  it('is tomorrow from the hour on', () => {
    expect(nextTimeAt(10, at(22, 10))).toBe(at(23, 10))
  })
})
