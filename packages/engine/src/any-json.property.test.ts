import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aJourney, aState, NOW } from '../test/a-world.ts'
import { rawJourney } from '../test/random-journey.ts'
import { moves, walk } from '../test/random-walk.ts'
import { explain } from './explain.ts'
import { loadJourney } from './load-journey.ts'
import { restoreMemory, restoreSession } from './restore.ts'

const json = fc.jsonValue({ maxDepth: 2 })

const text = fc.oneof(fc.string(), fc.json(), fc.constant(undefined))

describe('any JSON', () => {
  it('can stand in the storage', () => {
    fc.assert(
      fc.property(rawJourney, moves, text, (raw, steps, stored) => {
        const start = {
          memory: restoreMemory(stored, NOW),
          session: restoreSession(stored, () => 'new'),
        }
        const journey = loadJourney(raw).journey ?? aJourney()
        const fractions = walk([[journey, steps]], start).map(
          ({ outcome }) => outcome.view.progress?.fraction ?? 0,
        )
        expect(fractions.filter((fraction) => !(fraction >= 0 && fraction <= 1))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('can be given as a journey', () => {
    fc.assert(
      fc.property(json, (raw) => {
        const { journey, faults } = loadJourney(raw)
        expect(journey === undefined).toBe(faults.length > 0)
      }),
    )
  })

  it('can stand anywhere in a journey, and the rest works', () => {
    const edit = fc.tuple(fc.infiniteStream(fc.nat()), json)
    fc.assert(
      fc.property(rawJourney, edit, moves, (raw, [places, value], steps) => {
        const copy: unknown = JSON.parse(JSON.stringify(raw))
        replaceAt(copy, places, value)
        const journey = loadJourney(copy).journey ?? aJourney()
        const legs = walk([[journey, steps]], aState())
        const last = legs.at(-1)
        expect(last && explain(last.outcome.state, last)).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })
})

/** Puts the value somewhere in the journey. */
function replaceAt(whole: unknown, places: Iterator<number>, value: unknown): void {
  let at = whole as Record<string, unknown>
  for (;;) {
    const keys = Object.keys(at)
    const key = keys[Number(places.next().value) % keys.length]
    if (key === undefined) return
    const inner = at[key]
    const isDeeper = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0
    if (!isDeeper || Number(places.next().value) % 4 === 0) {
      at[key] = value
      return
    }
    at = inner as Record<string, unknown>
  }
}
