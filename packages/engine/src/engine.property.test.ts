import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aState, NOW } from '../test/a-world.ts'
import { EVENTS, IDS, rawJourney } from '../test/random-journey.ts'
import { moves, walk, type Leg } from '../test/random-walk.ts'
import { toMs } from './duration.ts'
import { explain } from './explain.ts'
import { loadJourney, type Loaded } from './load-journey.ts'
import { restoreMemory, restoreSession } from './restore.ts'
import type { Shown } from './shown.ts'
import { takeTurn, type Outcome } from './take-turn.ts'

const journey = rawJourney.map((raw) => load(raw))

function load(raw: unknown): Loaded {
  const { journey: loaded } = loadJourney(raw)
  if (!loaded) throw new Error('not a journey')
  return loaded
}

/** Goes through random journeys and, midway, on with a random edition of them. */
function always(holds: (legs: Leg[]) => void, numRuns = 500): void {
  fc.assert(
    fc.property(journey, moves, journey, moves, (first, before, second, after) => {
      const stages = [[first, before] as const, [second, after] as const]
      holds(walk(stages, aState()))
    }),
    { numRuns },
  )
}

function reported(legs: readonly Leg[], name: 'win_reached' | 'celebration_shown'): string[] {
  return legs.flatMap(({ outcome }) =>
    outcome.reports.flatMap((report) => (report.name === name ? [report.properties.win] : [])),
  )
}

/** What came unasked in the turn, as `kind:id`. */
function interruption({ before, outcome }: Leg): string | undefined {
  const { interruptions, current } = outcome.state.session
  return interruptions > before.session.interruptions && current ? keyOf(current.shown) : undefined
}

function keyOf(shown: Shown): string {
  switch (shown.kind) {
    case 'step':
      return `guide:${shown.guide}`
    case 'message':
      return `message:${shown.message}`
    case 'survey':
      return `survey:${shown.survey}`
    case 'setup':
      return `setup:${shown.setup}`
    case 'celebration':
      return `win:${shown.win}`
    case 'checklist':
      return 'checklist'
  }
}

function exists({ guides, messages, surveys, setups, wins }: Loaded, shown: Shown): boolean {
  const inGuide = guides.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step.id}`))
  const asked = surveys.flatMap(({ id, questions }) => questions.map((one) => `${id}/${one.id}`))
  const hasWin = (wanted: string): boolean => wins.some(({ id }) => id === wanted)
  switch (shown.kind) {
    case 'step':
      return inGuide.includes(`${shown.guide}/${shown.step}`)
    case 'survey':
      return asked.includes(`${shown.survey}/${shown.question}`)
    case 'message':
      return messages.some(({ id }) => id === shown.message)
    case 'setup':
      return setups.some(({ id }) => id === shown.setup)
    case 'celebration':
      return hasWin(shown.win)
    case 'checklist':
      return shown.praise === undefined || hasWin(shown.praise)
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

describe('any journey, whatever happens', () => {
  it('reports each win once, when it is reached, and never loses it', () => {
    always((legs) => {
      const wins = reported(legs, 'win_reached')
      expect(new Set(wins).size).toBe(wins.length)
      expect(Object.keys(legs.at(-1)?.outcome.state.memory.wins ?? {}).toSorted()).toEqual(
        wins.toSorted(),
      )
    })
  })

  it('celebrates each win at most once', () => {
    always((legs) => {
      const wins = reported(legs, 'celebration_shown')
      expect(new Set(wins).size).toBe(wins.length)
    })
  })

  it('never takes progress back, even when the journey is edited', () => {
    always((legs) => {
      const best = new Map<string, number>()
      const done = new Map<string, number>()
      for (const { journey: edition, outcome } of legs) {
        const { progress } = outcome.view
        if (progress) {
          const { id } = progress.path
          const key = `${id} ${legs.findIndex((leg) => leg.journey === edition)}`
          expect(progress.fraction).toBeGreaterThanOrEqual(best.get(id) ?? 0)
          expect(progress.done).toBeGreaterThanOrEqual(done.get(key) ?? 0)
          best.set(id, progress.fraction)
          done.set(key, progress.done)
        }
      }
    })
  })

  it('shows what the journey has, and completes or ends each guide that it began', () => {
    always((legs) => {
      for (const { journey: edition, outcome } of legs) {
        const { shown, active } = outcome.view
        if (shown) expect(exists(edition, shown)).toBe(true)
        if (shown?.kind === 'step') expect(shown.step).toBe(active?.step.id)
      }
    })
  })

  it('leads to the same from the same, and leaves what it was given as it was', () => {
    always((legs) => {
      for (const { journey: edition, before, signal, facts, outcome } of legs) {
        deepFreeze([edition, before, signal, facts.traits, facts.busy])
        expect(takeTurn(before, signal, { journey: edition, facts })).toEqual(outcome)
      }
    }, 200)
  })

  it('goes on after a reload as if there had been none, but leaves the focus alone', () => {
    always((legs) => {
      for (const { journey: edition, before, signal, facts, outcome } of legs) {
        const stored = JSON.parse(JSON.stringify(before)) as { memory: unknown; session: unknown }
        const state = {
          memory: restoreMemory(stored.memory, 0),
          session: restoreSession(stored.session, () => 'lost'),
        }
        const restored = takeTurn(state, signal, { journey: edition, facts })
        expect(withoutFocus(restored)).toEqual(withoutFocus(outcome))
      }
    }, 200)
  })

  it('interrupts only as often as the journey allows, and nobody who is busy', () => {
    always((legs) => {
      for (const leg of legs.filter((one) => interruption(one))) {
        const { perSession = 3, gap = '30s', respect } = leg.journey.pressure ?? {}
        const respected: readonly string[] = respect ?? ['typing', 'host-dialog']
        expect(leg.facts.busy.filter((busy) => respected.includes(busy))).toEqual([])
        expect(leg.outcome.state.session.interruptions).toBeLessThanOrEqual(perSession)
        const { now } = leg.facts
        const { quietSince } = leg.before.session
        // Where the clock was set back, the gap begins again.
        const since = Math.min(quietSince, now)
        if (quietSince) expect(now).toBeGreaterThanOrEqual(since + toMs(gap))
      }
    })
  })

  it('counts as an interruption whatever comes unasked', () => {
    always((legs) => {
      for (const leg of legs) {
        const { current } = leg.outcome.state.session
        const was = leg.before.session.current
        const isNew = current && (!was || keyOf(was.shown) !== keyOf(current.shown))
        if (isNew && /message|survey/.test(current.shown.kind) && !current.requested) {
          expect(interruption(leg)).toBe(keyOf(current.shown))
        }
        const begun = leg.outcome.reports.find(({ name }) => name === 'guide_started')
        if (begun && leg.signal.type !== 'start' && leg.signal.type !== 'act') {
          expect(interruption(leg)).toMatch('guide:')
        }
      }
    })
  })

  it('never brings back unasked what was refused, nor in one session what was put off', () => {
    always((legs) => {
      const refused = new Map<string, string>()
      for (const leg of legs) {
        const { id } = leg.outcome.state.session
        for (const [key, isPutOff] of ends(leg)) refused.set(key, isPutOff ? id : 'for ever')
        const unasked = interruption(leg)
        if (unasked) expect(['for ever', id]).not.toContain(refused.get(unasked))
      }
    })
  })

  it('explains why each thing that is not shown is not', () => {
    always((legs) => {
      for (const { journey: edition, facts, outcome } of legs) {
        for (const { kind, shown, checks } of explain(outcome.state, { journey: edition, facts })) {
          if (!shown) expect([kind, checks.every(({ ok }) => ok)]).toEqual([kind, false])
        }
      }
    }, 200)
  })
})

/** What was refused, or put off until later, in the turn. */
function ends({
  journey: edition,
  before,
  signal,
  outcome,
}: Leg): [key: string, isPutOff: boolean][] {
  const found: [string, boolean][] = []
  for (const { name, properties } of outcome.reports) {
    if (name === 'message_answered') {
      found.push([`message:${properties.message}`, properties.answer === 'later'])
    }
    if (name === 'guide_dismissed') {
      found.push([`guide:${properties.guide}`, properties.reason === 'later'])
    }
  }
  const on = before.session.current?.shown
  const action = signal.type === 'act' ? signal.action : undefined
  if (on?.kind === 'survey' && action?.do === 'dismiss' && exists(edition, on)) {
    found.push([keyOf(on), action.reason === 'later'])
  }
  return found
}

/** Whether something may take the focus is not remembered. */
function withoutFocus({ state: { memory, session }, view, ...rest }: Outcome) {
  const current = session.current && { ...session.current, requested: false }
  return {
    ...rest,
    memory,
    session: { ...session, current, asked: undefined },
    view: { ...view, requested: false },
  }
}

describe('any JSON', () => {
  const json = fc.jsonValue({ maxDepth: 2 })

  it('can stand in the storage', () => {
    const stored = fc.record(
      {
        version: fc.constant(1),
        ...{ firstSeenAt: json, started: json, goodbyes: json, checklist: json },
        ...Object.fromEntries(
          ['events', 'wins', 'celebrated', 'guides', 'seen', 'answered', 'best'].map((key) => [
            key,
            fc.oneof(json, fc.dictionary(fc.constantFrom(...IDS, ...EVENTS, '__proto__'), json)),
          ]),
        ),
      },
      { requiredKeys: ['version'] },
    )
    const tab = fc.record({
      id: fc.constant('tab'),
      interruptions: json,
      quietSince: json,
      current: json,
    })
    fc.assert(
      fc.property(journey, moves, fc.oneof(json, stored), tab, (loaded, steps, memory, session) => {
        const state = {
          memory: restoreMemory(memory, NOW),
          session: restoreSession(session, () => 'new'),
        }
        for (const { outcome } of walk([[loaded, steps]], state)) {
          expect(outcome.view.progress?.fraction ?? 0).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('can be given as a journey', () => {
    fc.assert(
      fc.property(json, (raw) => {
        expect(Array.isArray(loadJourney(raw).faults)).toBe(true)
      }),
    )
  })

  it('can stand anywhere in a journey, and the rest works', () => {
    fc.assert(
      fc.property(
        rawJourney,
        fc.infiniteStream(fc.nat()),
        json,
        moves,
        (raw, places, value, steps) => {
          const copy: unknown = JSON.parse(JSON.stringify(raw))
          replaceAt(copy, places, value)
          const { journey: loaded } = loadJourney(copy)
          const legs = loaded ? walk([[loaded, steps]], aState()) : []
          for (const { outcome, facts } of legs) {
            if (loaded) expect(explain(outcome.state, { journey: loaded, facts })).toBeDefined()
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** Puts the value somewhere below the top of the journey. */
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
