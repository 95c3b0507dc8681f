import { describe, expect, it } from 'vitest'
import { stop } from '../../test/fake-source.ts'
import { largestLoss } from './path-answer.ts'

/** The loss on a path with so many people at its stops. */
function lossOf(...people: number[]) {
  const stops = people.map((count, index) => stop('task', `t${index}`, count))
  const loss = largestLoss({ path: 'p', stops })
  return loss && [loss.before.task, loss.people]
}

describe('largestLoss', () => {
  it('names the stop that the most people did not get to', () => {
    expect(lossOf(10, 9, 4, 3)).toEqual(['t2', 5])
  })

  it('names the earlier of two that are equal', () => {
    expect(lossOf(10, 7, 4)).toEqual(['t1', 3])
  })

  it('says whether another one is as large', () => {
    const stops = [6, 5, 4].map((count, index) => stop('task', `t${index}`, count))
    expect(largestLoss({ path: 'p', stops })?.equalled).toBe(true)
    expect(largestLoss({ path: 'p', stops: stops.slice(1) })?.equalled).toBe(false)
  })

  it('is none where everybody arrived, or nobody started', () => {
    expect(lossOf(5, 5, 5)).toBeUndefined()
    expect(lossOf()).toBeUndefined()
  })

  it('is none where more are further on, as in a path without an order', () => {
    expect(lossOf(5, 3, 5)).toEqual(['t1', 2])
    expect(lossOf(3, 5)).toBeUndefined()
  })
})
