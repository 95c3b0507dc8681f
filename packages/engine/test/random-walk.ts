import type { Target } from '@firstwin/schema'
import * as fc from 'fast-check'
import type { Busy, Facts } from '../src/facts.ts'
import type { Loaded } from '../src/load-journey.ts'
import { restoreSession, toStored } from '../src/restore.ts'
import { newSession, type Session } from '../src/session.ts'
import type { Action } from '../src/shown.ts'
import type { Signal } from '../src/signal.ts'
import { takeTurn, type FullOutcome as Outcome } from '../src/take-turn.ts'
import type { State } from '../src/turn.ts'
import { someFacts } from './a-world.ts'
import { EVENTS, IDS, ROUTES } from './random-journey.ts'

const HOUR = 3_600_000
const id = fc.constantFrom(...IDS)

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { do: 'next' },
    { do: 'back' },
    { do: 'seen' },
    { do: 'follow' },
    { do: 'decline' },
    { do: 'open' },
    { do: 'close' },
    { do: 'answer', answer: 9 },
    { do: 'apply', values: { template: 'x' } },
  ),
  fc.record({
    do: fc.constant('dismiss' as const),
    reason: fc.constantFrom('closed', 'later', 'escape'),
  }),
  fc.record({ do: fc.constant('begin' as const), task: id }),
)

const signal: fc.Arbitrary<Signal> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Signal>({ type: 'check' }, { type: 'advance' }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('event'), name: fc.constantFrom(...EVENTS) }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('act'), action }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('start'), id }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('start'), id, step: id }) },
  {
    weight: 1,
    arbitrary: fc.constant<Signal>({ type: 'missing', reason: 'not-found', waitedMs: 10_000 }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('applied'),
      setup: id,
      ok: fc.boolean(),
      values: fc.constant({ template: 'x' }),
    }),
  },
)

/** What changes in the world before the engine hears of it. */
interface Change {
  waited: number
  route?: string
  busy?: Busy[]
  visible?: string[]
  traits?: Record<string, unknown>
  identified?: boolean
  page?: 'reload' | 'new session'
}

const traits = fc.record(
  {
    plan: fc.constantFrom('trial', 'paid'),
    seats: fc.integer({ min: 0, max: 3 }),
    since: fc.constantFrom('2026-11-22', '2026-11-21T10:00:00Z', 1_795_000_000, 'never'),
  },
  { requiredKeys: [] },
)

const someChange: fc.Arbitrary<Change> = fc.record(
  {
    // The clock of a device may be set back.
    waited: fc.constantFrom(0, 1000, 31_000, HOUR, 25 * HOUR, 200 * HOUR, -HOUR),
    route: fc.constantFrom(...ROUTES),
    busy: fc.subarray<Busy>(['typing', 'host-dialog']),
    visible: fc.subarray(['a', 'b']),
    traits,
    identified: fc.boolean(),
    page: fc.constantFrom('reload', 'new session'),
  },
  { requiredKeys: ['waited'] },
)

export const moves = fc.array(fc.tuple(someChange, signal), { minLength: 1, maxLength: 25 })

export type Moves = readonly (readonly [Change, Signal])[]

/** One turn of a walk. */
export interface Leg {
  journey: Loaded
  before: State
  signal: Signal
  facts: Facts
  outcome: Outcome
}

/** Goes through a journey, or on with another edition of it, and gives back every turn. */
export function walk(stages: readonly (readonly [Loaded, Moves])[], start: State): Leg[] {
  const legs: Leg[] = []
  let [state, facts] = [start, someFacts()]
  for (const [journey, stage] of stages) {
    for (const [change, heard] of stage) {
      facts = changeFacts(facts, change)
      const session = turnPage(state.session, change.page, legs.length)
      const before = { memory: state.memory, session }
      const outcome = takeTurn(before, heard, { journey, facts })
      legs.push({ journey, before, signal: heard, facts, outcome })
      state = outcome.state
    }
  }
  return legs
}

function changeFacts(facts: Facts, { waited, visible, ...changed }: Change): Facts {
  const isVisible = (target: Target): boolean =>
    'id' in target && (visible?.includes(target.id) ?? true)
  const { route = facts.route, busy = facts.busy, traits: some = facts.traits } = changed
  const { identified = facts.identified } = changed
  return {
    ...facts,
    route,
    busy,
    traits: some,
    identified,
    now: facts.now + waited,
    ...(visible && { isVisible }),
  }
}

function turnPage(session: Session, page: Change['page'], turn: number): Session {
  if (page === 'new session') return newSession(`session-${turn}`)
  if (page === undefined) return session
  return restoreSession(toStored(session), () => 'lost')
}
