import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aJourney, aState } from '../test/a-world.ts'
import { rawJourney } from '../test/random-journey.ts'
import { moves, walk, type Leg } from '../test/random-walk.ts'
import { acts } from './acts.ts'
import { hearSignal, type Acts, type Outcome, type Stage } from './hear-signal.ts'
import { loadJourney } from './load-journey.ts'
import type { Signal } from './signal.ts'
import { stage } from './stage-rules.ts'
import type { State } from './turn.ts'

const story = fc
  .tuple(rawJourney, moves)
  .map(([raw, steps]) => walk([[loadJourney(raw).journey ?? aJourney(), steps]], aState()))

/** A page that fetches the stage and the acts when they are wanted, and hears the signal again. */
function lazyPage() {
  let has: { stage?: Stage; acts?: Acts } = {}
  return function hear(state: State, signal: Signal, leg: Leg): Outcome {
    const outcome = hearSignal(state, signal, { ...leg, ...has })
    if (!outcome.wants) return outcome
    has = outcome.wants === 'stage' ? { ...has, stage } : { ...has, acts }
    // The event itself was counted the first time.
    const again: Signal = signal.type === 'event' ? { type: 'check' } : signal
    const rest = hear(outcome.state, again, leg)
    return { ...rest, reports: [...outcome.reports, ...rest.reports] }
  }
}

it('leads to the same whether the rules are there from the start or fetched when wanted', () => {
  fc.assert(
    fc.property(story, (legs) => {
      const hear = lazyPage()
      let state = aState()
      for (const leg of legs) {
        const before = { memory: state.memory, session: leg.before.session }
        const { view, reports, ...rest } = hear(before, leg.signal, leg)
        state = rest.state
        expect(view?.shown).toEqual(leg.outcome.view.shown)
        expect(reports).toEqual(leg.outcome.reports)
        expect(state).toEqual(leg.outcome.state)
      }
    }),
    { numRuns: 500 },
  )
})
