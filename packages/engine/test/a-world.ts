import type { Journey, Report } from '@firstwin/schema'
import type { Facts } from '../src/facts.ts'
import { loadJourney, type Loaded } from '../src/load-journey.ts'
import { emptyMemory } from '../src/memory.ts'
import { newSession } from '../src/session.ts'
import type { Action, Shown } from '../src/shown.ts'
import type { Signal } from '../src/signal.ts'
import { takeTurn, type FullOutcome as Outcome } from '../src/take-turn.ts'
import { newTurn, type State, type Turn } from '../src/turn.ts'

/** A Sunday morning, by the clock of the machine. */
export const NOW = new Date('2026-11-22T10:00:00').getTime()

/** A journey with these parts and nothing else. Throws where one of them cannot be run. */
export function aJourney(parts: Omit<Partial<Journey>, 'format'> = {}): Loaded {
  const { journey, faults } = loadJourney({ format: 1, id: 'test', locale: 'en', ...parts })
  if (!journey || faults.length > 0) throw new Error(JSON.stringify(faults))
  return journey
}

/** A signed-in user on the start page, where every target is to be seen. */
export function someFacts(facts: Partial<Facts> = {}): Facts {
  const nothing = { traits: {}, identified: true, busy: [], isVisible: () => true }
  return { now: NOW, route: '/', ...nothing, ...facts }
}

export function aState(memory: Partial<State['memory']> = {}, session = {}): State {
  return {
    memory: { ...emptyMemory(NOW), ...memory },
    session: { ...newSession('session-1'), ...session },
  }
}

/** A turn, as the inner functions get it. */
export function aTurn(journey = aJourney(), facts: Partial<Facts> = {}, state = aState()): Turn {
  return newTurn(state, { journey, facts: someFacts(facts) }, false)
}

/** One user, their page and their clock, going through a journey signal by signal. */
export interface World {
  journey: Loaded
  facts: Facts
  state: State
  last: Outcome
  /** Every report so far, in order. */
  reports: Report[]
  signal: (signal: Signal) => Shown | undefined
  act: (action: Action) => Shown | undefined
  check: () => Shown | undefined
  track: (name: string) => Shown | undefined
  /** Moves the clock, and looks. */
  wait: (ms: number) => Shown | undefined
  /** Another session of the same user. */
  comeBack: (id: string) => Shown | undefined
  names: () => string[]
}

export function aWorld(journey: Loaded, facts: Partial<Facts> = {}): World {
  const state = aState()
  const world: World = {
    journey,
    facts: someFacts(facts),
    state,
    last: takeTurn(state, { type: 'check' }, { journey: aJourney(), facts: someFacts(facts) }),
    reports: [],
    signal(signal) {
      world.last = takeTurn(world.state, signal, world)
      world.state = world.last.state
      world.reports.push(...world.last.reports)
      return world.last.view.shown
    },
    act: (action) => world.signal({ type: 'act', action }),
    check: () => world.signal({ type: 'check' }),
    track: (name) => world.signal({ type: 'event', name }),
    wait(ms) {
      world.facts = { ...world.facts, now: world.facts.now + ms }
      return world.check()
    },
    comeBack(id) {
      world.state = { ...world.state, session: newSession(id) }
      return world.check()
    },
    names: () => world.reports.map(({ name }) => name),
  }
  return world
}
