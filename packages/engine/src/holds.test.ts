import type { Condition } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aJourney, aState, aTurn, NOW } from '../test/a-world.ts'
import type { Facts } from './facts.ts'
import { holds, holdsAudience } from './holds.ts'
import type { State } from './turn.ts'

const HOUR = 3_600_000
const yes: Condition = { route: '/' }
const no: Condition = { route: '/elsewhere' }

function judge(condition: Condition, facts: Partial<Facts> = {}, state: State = aState()) {
  return holds(aTurn(aJourney(), facts, state), condition)
}

describe('a group of conditions', () => {
  it.each<[Condition, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: yes }, false],
    [{ all: [{ any: [no, yes] }, { not: { all: [yes, no] } }] }, true],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition)).toBe(expected)
  })
})

describe('a trait', () => {
  const traits = { plan: 'trial', seats: 3, isOwner: true, left: null }
  it.each<[Condition, boolean]>([
    [{ trait: 'plan' }, true],
    [{ trait: 'left' }, false],
    [{ trait: 'none' }, false],
    [{ trait: 'constructor' }, false],
    [{ trait: 'plan', is: 'trial' }, true],
    [{ trait: 'plan', is: 'paid' }, false],
    [{ trait: 'isOwner', is: true }, true],
    [{ trait: 'seats', is: '3' as unknown as number }, false],
    [{ trait: 'plan', in: ['paid', 'trial'] }, true],
    [{ trait: 'plan', in: ['paid'] }, false],
    [{ trait: 'plan', exists: true }, true],
    [{ trait: 'none', exists: true }, false],
    [{ trait: 'none', exists: false }, true],
    [{ trait: 'left', exists: false }, true],
    [{ trait: 'plan', exists: false }, false],
    [{ trait: 'seats', atLeast: 3 }, true],
    [{ trait: 'seats', atLeast: 4 }, false],
    [{ trait: 'seats', atMost: 3 }, true],
    [{ trait: 'seats', atMost: 2 }, false],
    [{ trait: 'plan', atLeast: 0 }, false],
    [{ trait: 'seats', atLeast: 1, atMost: 5 }, true],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition, { traits })).toBe(expected)
  })
})

describe('an event', () => {
  const times = [NOW - 3 * HOUR, NOW - 2 * HOUR, NOW - HOUR]
  const state = aState({ events: { sent: { count: 3, times } } })
  it.each<[Condition, boolean]>([
    [{ event: 'sent' }, true],
    [{ event: 'never' }, false],
    [{ event: 'constructor' }, false],
    [{ event: 'sent', atLeast: 3 }, true],
    [{ event: 'sent', atLeast: 4 }, false],
    [{ event: 'sent', within: '90m' }, true],
    [{ event: 'sent', within: '1h' }, false],
    [{ event: 'sent', atLeast: 2, within: '150m' }, true],
    [{ event: 'sent', atLeast: 3, within: '150m' }, false],
    [{ event: 'sent', atLeast: 4, within: '1w' }, false],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition, {}, state)).toBe(expected)
  })
})

describe('a win', () => {
  const state = aState({ wins: { sent: NOW - HOUR, ahead: NOW + HOUR } })
  it.each<[Condition, boolean]>([
    [{ win: 'sent' }, true],
    [{ win: 'sent', reached: true }, true],
    [{ win: 'sent', reached: false }, false],
    [{ win: 'other' }, false],
    [{ win: 'other', reached: false }, true],
    [{ win: 'constructor', reached: false }, true],
    [{ win: 'sent', moreThan: '1h' }, true],
    [{ win: 'sent', moreThan: '61m' }, false],
    [{ win: 'sent', lessThan: '61m' }, true],
    [{ win: 'sent', lessThan: '1h' }, false],
    [{ win: 'other', moreThan: '0s' }, false],
    // The clock of the device was set back: reached is reached.
    [{ win: 'ahead' }, true],
    [{ win: 'ahead', lessThan: '1h' }, true],
    [{ win: 'ahead', moreThan: '1h' }, false],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition, {}, state)).toBe(expected)
  })
})

describe('a guide', () => {
  const state = aState({
    guides: {
      begun: { status: 'active', step: 'one' },
      done: { status: 'completed' },
      closed: { status: 'dismissed', step: 'one', reason: 'closed', session: 's' },
    },
  })
  it.each<[Condition, boolean]>([
    [{ guide: 'done' }, true],
    [{ guide: 'begun' }, false],
    [{ guide: 'begun', is: 'started' }, true],
    [{ guide: 'done', is: 'started' }, true],
    [{ guide: 'none', is: 'started' }, false],
    [{ guide: 'closed', is: 'dismissed' }, true],
    [{ guide: 'closed', is: 'completed' }, false],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition, {}, state)).toBe(expected)
  })
})

describe('a target', () => {
  it.each([true, false])('is there when it is to be seen: %s', (isThere) => {
    const isVisible = (target: object): boolean => 'id' in target && isThere
    expect(judge({ target: { id: 'send' } }, { isVisible })).toBe(isThere)
  })
})

describe('the time since', () => {
  const traits = { since: new Date(NOW - HOUR).toISOString(), later: NOW + HOUR, wrong: 'soon' }
  it.each<[Condition, boolean]>([
    [{ since: 'first-seen' }, true],
    [{ since: 'first-seen', lessThan: '1s' }, true],
    [{ since: 'first-seen', moreThan: '1s' }, false],
    [{ since: { trait: 'since' }, lessThan: '61m' }, true],
    [{ since: { trait: 'since' }, lessThan: '1h' }, false],
    [{ since: { trait: 'since' }, moreThan: '1h' }, true],
    [{ since: { trait: 'since' }, moreThan: '30m', lessThan: '2h' }, true],
    [{ since: { trait: 'later' }, lessThan: '1d' }, false],
    [{ since: { trait: 'wrong' }, lessThan: '1d' }, false],
    [{ since: { trait: 'none' }, moreThan: '0s' }, false],
  ])('%j is %s', (condition, expected) => {
    expect(judge(condition, { traits })).toBe(expected)
  })

  const journey = aJourney({ clock: { start: { trait: 'since' }, fallback: 'first-seen' } })
  const start: Condition = { since: 'start', lessThan: '30m' }

  it('is unknown while it is not known who the user is', () => {
    expect(holds(aTurn(journey, { identified: false }), start)).toBe(false)
  })

  it('is counted from the trait, and without it from the first visit', () => {
    expect(holds(aTurn(journey, { traits }), start)).toBe(false)
    expect(holds(aTurn(journey), start)).toBe(true)
  })

  it('says when to look again', () => {
    const turn = aTurn(aJourney(), { traits })
    holds(turn, { since: { trait: 'since' }, lessThan: '2h' })
    expect(turn.wakeAt).toBe(NOW + HOUR)
    holds(turn, { since: { trait: 'since' }, moreThan: '90m' })
    expect(turn.wakeAt).toBe(NOW + HOUR / 2)
  })

  it('wakes for a date that is yet to come', () => {
    const turn = aTurn(aJourney(), { traits })
    holds(turn, { since: { trait: 'later' } })
    expect(turn.wakeAt).toBe(NOW + HOUR)
  })
})

describe('a day that returns', () => {
  it('is judged by the trait, and looked at again at midnight', () => {
    const turn = aTurn(aJourney(), { traits: { since: '2025-11-22' } })
    expect(holds(turn, { every: 'year', on: { trait: 'since' } })).toBe(true)
    expect(turn.wakeAt).toBe(new Date('2026-11-23T00:00').getTime())
  })
})

describe('an audience', () => {
  const journey = aJourney({
    audiences: { trial: { trait: 'plan', is: 'trial' }, owners: { all: [{ audience: 'trial' }] } },
  })
  it.each([
    [undefined, true],
    ['trial', true],
    ['owners', true],
    ['unknown', false],
    ['constructor', false],
  ])('named %s has the user in it: %s', (name, expected) => {
    expect(holdsAudience(aTurn(journey, { traits: { plan: 'trial' } }), name)).toBe(expected)
  })
})
