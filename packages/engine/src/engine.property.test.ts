import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aState } from '../test/a-world.ts'
import { rawJourney } from '../test/random-journey.ts'
import { moves, walk, type Leg } from '../test/random-walk.ts'
import { ends, exists, interruption, keyOf, reported } from '../test/read-legs.ts'
import { toMs } from './duration.ts'
import { explain } from './explain.ts'
import { loadJourney } from './load-journey.ts'
import { restoreMemory, restoreSession, toStored } from './restore.ts'
import { takeTurn, type FullOutcome as Outcome } from './take-turn.ts'

const journey = rawJourney.map((raw) => {
  const { journey: loaded } = loadJourney(raw)
  if (!loaded) throw new Error('not a journey')
  return loaded
})

/** A walk through a random journey and, midway, on through a random edition of it. */
const story = fc
  .tuple(fc.tuple(journey, moves), fc.tuple(journey, moves))
  .map((stages) => walk(stages, aState()))

/** Looks for a story in which something is found; tells of the shortest one. */
function search(find: (legs: readonly Leg[]) => readonly unknown[], numRuns = 500) {
  const property = fc.property(story, (legs) => find(legs).length === 0)
  const details = fc.check(property, { numRuns })
  return details.failed ? fc.defaultReportMessage(details) : 'nothing'
}

describe('any journey, whatever happens', () => {
  it('reports each win once, when it is reached, and never loses it', () => {
    const found = search((legs) => {
      const wins = reported(legs, 'win_reached').toSorted()
      const kept = Object.keys(legs.at(-1)?.outcome.state.memory.wins ?? {}).toSorted()
      return wins.join() === kept.join() ? [] : [wins, kept]
    })
    expect(found).toBe('nothing')
  })

  it('celebrates each win at most once', () => {
    const found = search((legs) => {
      const wins = reported(legs, 'celebration_shown')
      return wins.filter((win, index) => wins.indexOf(win) < index)
    })
    expect(found).toBe('nothing')
  })

  it('never takes progress back, even when the journey is edited', () => {
    const found = search((legs) => {
      const furthest = new Map<string, number>()
      return legs.filter(({ outcome }) => {
        const { path, fraction = 0 } = outcome.view.progress ?? {}
        const before = furthest.get(path?.id ?? '') ?? 0
        if (path) furthest.set(path.id, fraction)
        return path && fraction < before
      })
    })
    expect(found).toBe('nothing')
  })

  it('never takes a done task back', () => {
    const found = search((legs) => {
      const done = new Set<string>()
      return legs.filter((leg) => {
        const tasks = leg.outcome.view.progress?.tasks ?? []
        const isLost = tasks.some(({ task, status }) => done.has(task.win) && status !== 'done')
        for (const { task, status } of tasks) if (status === 'done') done.add(task.win)
        return isLost
      })
    })
    expect(found).toBe('nothing')
  })

  it('shows only what the journey has, and of the guide under way its present step', () => {
    const found = search((legs) =>
      legs.filter((leg) => {
        const { shown, active } = leg.outcome.view
        if (!shown) return false
        if (shown.kind === 'step' && shown.step !== active?.step.id) return true
        return !exists(leg.journey, shown)
      }),
    )
    expect(found).toBe('nothing')
  })

  it('leads to the same from the same, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(story, (legs) => {
        for (const { journey: edition, before, signal, facts, outcome } of legs) {
          deepFreeze([edition, before, signal, facts.traits, facts.busy])
          expect(takeTurn(before, signal, { journey: edition, facts })).toEqual(outcome)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('goes on after a reload as if there had been none, but leaves the focus alone', () => {
    fc.assert(
      fc.property(story, (legs) => {
        for (const { journey: edition, before, signal, facts, outcome } of legs) {
          const memory = restoreMemory(toStored(before.memory), 0)
          const session = restoreSession(toStored(before.session), () => 'lost')
          const restored = takeTurn({ memory, session }, signal, { journey: edition, facts })
          expect(withoutFocus(restored)).toEqual(withoutFocus(outcome))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('interrupts nobody who is busy, no more often than it may, and not within the gap', () => {
    const found = search((legs) =>
      legs.filter((leg) => {
        const { perSession = 3, gap = '30s', respect } = leg.journey.pressure ?? {}
        const { now, busy } = leg.facts
        const respected: readonly string[] = respect ?? ['typing', 'host-dialog']
        const isBusy = busy.some((one) => respected.includes(one))
        const isBeyondCap = leg.outcome.state.session.interruptions > perSession
        const { quietSince } = leg.before.session
        // Where the clock was set back, the gap begins again.
        const isTooSoon = quietSince > 0 && now < Math.min(quietSince, now) + toMs(gap)
        return interruption(leg) && (isBusy || isBeyondCap || isTooSoon)
      }),
    )
    expect(found).toBe('nothing')
  })

  it('counts as an interruption whatever comes unasked', () => {
    const found = search((legs) =>
      legs.filter((leg) => {
        const { current } = leg.outcome.state.session
        const was = leg.before.session.current
        const isNew = current && (!was || keyOf(was.shown) !== keyOf(current.shown))
        const isSaid = current?.shown.kind === 'message' || current?.shown.kind === 'survey'
        if (isNew && isSaid && !current.requested) return interruption(leg) === undefined
        const isBegun = leg.outcome.reports.some(({ name }) => name === 'guide_started')
        const isAsked = leg.signal.type === 'start' || leg.signal.type === 'act'
        return isBegun && !isAsked && interruption(leg) === undefined
      }),
    )
    expect(found).toBe('nothing')
  })

  it('never brings back unasked what was refused, nor in one session what was put off', () => {
    const found = search((legs) => {
      const refused = new Map<string, string>()
      return legs.filter((leg) => {
        const { id } = leg.outcome.state.session
        for (const [key, isPutOff] of ends(leg)) refused.set(key, isPutOff ? id : 'for ever')
        const end = refused.get(interruption(leg) ?? '')
        return end === 'for ever' || end === id
      })
    })
    expect(found).toBe('nothing')
  })

  it('finds a check that fails for each thing that is not shown', () => {
    const found = search(
      (legs) =>
        legs.flatMap(({ journey: edition, facts, outcome }) =>
          explain(outcome.state, { journey: edition, facts }).filter(
            ({ shown, checks }) => !shown && checks.every(({ ok }) => ok),
          ),
        ),
      150,
    )
    expect(found).toBe('nothing')
  })
})

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
}

/** Whether something may take the focus is not remembered. */
function withoutFocus({ state: { memory, session }, view, ...rest }: Outcome) {
  const current = session.current && { ...session.current, requested: false }
  const quiet = { session: { ...session, current, asked: undefined }, view }
  return { ...rest, memory, ...quiet, view: { ...view, requested: false } }
}
