import { describe, expect, it } from 'vitest'
import { uuid7 } from './uuid7.ts'

describe('uuid7', () => {
  it('is a version 7 UUID that begins with the time', () => {
    const id = uuid7(0x0123_4567_89ab)
    expect(id).toMatch(/^01234567-89ab-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('sorts ids of one millisecond by their counter', () => {
    const ids = [0, 1, 9, 10, 255, 256, 4095].map((counter) => uuid7(1_700_000_000_000, counter))
    expect(ids.toSorted()).toEqual(ids)
  })

  it('differs for the same time and counter', () => {
    const ids = Array.from({ length: 1000 }, () => uuid7(1_700_000_000_000, 1))
    expect(new Set(ids).size).toBe(1000)
  })
})
