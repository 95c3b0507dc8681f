import { describe, expect, it } from 'vitest'
import { readClock } from '../model/clock-reading.ts'
import { createDemoClock } from './demo-clock.ts'

const DAY_MS = 86_400_000

describe('createDemoClock', () => {
  it('runs with the machine, as far ahead as it was moved', () => {
    let machine = 1000
    const clock = createDemoClock(() => machine)
    clock.move(DAY_MS)
    machine += 5
    expect(clock.now()).toBe(1005 + DAY_MS)
  })

  it('stands still while frozen, and moves only when told to', () => {
    let machine = 1000
    const clock = createDemoClock(() => machine)
    clock.freeze(50)
    machine += 5
    clock.move(DAY_MS)
    expect(clock.now()).toBe(50 + DAY_MS)
  })

  it('goes on from where it stood when it is unfrozen', () => {
    let machine = 1000
    const clock = createDemoClock(() => machine)
    clock.freeze(50)
    clock.unfreeze()
    machine += 7
    expect(clock.now()).toBe(57)
  })

  it('tells listeners a reading that a browser can go on from', () => {
    const clock = createDemoClock(() => 1000)
    const heard: number[] = []
    const stop = clock.onChange((reading) => heard.push(readClock(reading, 1000)))
    clock.set(5000)
    stop()
    clock.set(9000)
    expect(heard).toEqual([5000])
  })

  it('refuses a time that is no number', () => {
    expect(() => createDemoClock().set(Number.NaN)).toThrow('finite')
  })
})
