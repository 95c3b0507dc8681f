import { describe, expect, it } from 'vitest'
import { lanes } from './lanes.ts'

describe('lanes', () => {
  it('keeps dots that are far apart on one lane', () => {
    expect(lanes([0, 10, 20], 8, 4)).toEqual([0, 0, 0])
  })

  it('stacks dots that would cover each other', () => {
    expect(lanes([0, 2, 4, 9], 8, 4)).toEqual([0, 1, 2, 0])
  })

  it('shares lanes where there are too few', () => {
    const found = lanes([0, 0, 0, 0, 0], 8, 2)
    expect(Math.max(...found)).toBe(1)
  })
})
