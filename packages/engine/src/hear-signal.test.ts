import type { Journey } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aJourney, aState, someFacts } from '../test/a-world.ts'
import { hearSignal } from './hear-signal.ts'
import type { Signal } from './signal.ts'
import { stage } from './stage-rules.ts'

const title = 'Title'
const check = { type: 'check' } as const
const sent = { id: 'sent', title, when: { event: 'sent' } } as const
const news = { id: 'news', kind: 'announcement', title, when: { event: 'sent' } } as const

function hear(parts: Omit<Partial<Journey>, 'format'>, signal: Signal) {
  return hearSignal(aState(), signal, { journey: aJourney(parts), facts: someFacts() })
}

describe('a page without a stage', () => {
  it('notices wins, and wants no stage where there is nothing to show', () => {
    const { reports, wants } = hear({ wins: [sent] }, { type: 'event', name: 'sent' })
    expect(reports.map(({ name }) => name)).toEqual(['journey_started', 'win_reached'])
    expect(wants).toBeUndefined()
  })

  it('wants one as soon as something is due, and has counted the event meanwhile', () => {
    expect(hear({ messages: [news] }, check).wants).toBeUndefined()
    const { wants, state } = hear({ messages: [news] }, { type: 'event', name: 'sent' })
    expect(wants).toBe('stage')
    expect(state.memory.events['sent']?.count).toBe(1)
  })

  it('decides nothing that hangs on a target, which it cannot look for', () => {
    const when = { not: { target: { id: 'empty-list' } } }
    const { wants, state, reports } = hear({ wins: [{ ...sent, when }] }, check)
    expect(wants).toBe('stage')
    expect([state, reports]).toEqual([aState(), []])
  })

  it('does not hear by halves what only the stage understands', () => {
    const { wants, state } = hear({ wins: [sent] }, { type: 'act', action: { do: 'open' } })
    expect(wants).toBe('stage')
    expect(state).toEqual(aState())
  })
})

describe('a page with a stage but without the rules of acts', () => {
  it('shows nothing that the act would be done to when it is heard again', () => {
    const messages = [{ ...news, when: { route: '/' } }]
    const world = { journey: aJourney({ messages }), facts: someFacts(), stage }
    const later: Signal = { type: 'act', action: { do: 'dismiss', reason: 'closed' } }
    const { wants, state } = hearSignal(aState(), later, world)
    expect(wants).toBe('acts')
    expect(state).toEqual(aState())
  })
})

it('starts the journey in the turn in which a win puts the user on a path', () => {
  const paths = [{ id: 'p', title, audience: 'senders', tasks: [{ id: 'a', title, win: 'sent' }] }]
  const audiences = { senders: { win: 'sent', reached: true } }
  const { reports } = hear({ wins: [sent], audiences, paths }, { type: 'event', name: 'sent' })
  expect(reports.map(({ name }) => name)).toEqual([
    'win_reached',
    'journey_started',
    'task_completed',
    'path_completed',
  ])
})
