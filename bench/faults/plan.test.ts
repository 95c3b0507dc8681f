import { describe, expect, it } from 'vitest'
import type { Kind } from './kind.ts'
import { KINDS } from './kinds/kinds.ts'
import { makePlan, type PlanOptions } from './plan.ts'

const kind: Kind = {
  name: 'none',
  does: '',
  promise: '',
  engines: ['chromium', 'firefox'],
  run: async () => undefined,
}

const options: PlanOptions = {
  seed: 1,
  engines: ['chromium', 'firefox', 'webkit'],
  kinds: [kind],
  times: () => 2,
  events: [10, 20],
}

describe('makePlan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makePlan(options)).toEqual(makePlan(options))
    expect(makePlan(options)).not.toEqual(makePlan({ ...options, seed: 2 }))
  })

  it('has each kind as often as asked for in each of its engines', () => {
    const engines = makePlan(options).map(({ engine }) => engine)
    expect(engines).toEqual(['chromium', 'chromium', 'firefox', 'firefox'])
  })

  it('keeps to the number of events', () => {
    for (const { events } of makePlan({ ...options, times: () => 50 })) {
      expect(events).toBeGreaterThanOrEqual(10)
      expect(events).toBeLessThanOrEqual(20)
    }
  })
})

describe('the kinds', () => {
  it('have names of their own', () => {
    const names = KINDS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('are more than twenty, those without a promise left aside', () => {
    expect(KINDS.filter(({ isOutside }) => !isOutside).length).toBeGreaterThan(20)
  })
})
