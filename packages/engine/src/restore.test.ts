import { describe, expect, it } from 'vitest'
import { NOW } from '../test/a-world.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { restoreMemory, restoreSession } from './restore.ts'
import { newSession, type Session } from './session.ts'

const memory: Memory = {
  version: 1,
  firstSeenAt: NOW - 1000,
  started: true,
  events: { sent: { count: 2, times: [1, 2] } },
  wins: { sent: NOW },
  celebrated: { sent: NOW },
  guides: { tour: { status: 'active', step: 'one', viewedAt: NOW, stuck: true } },
  seen: { 'message:news': { at: NOW, session: 's', end: 'later' } },
  answered: { mood: ['nps'] },
  best: { path: 0.5 },
  goodbyes: ['path'],
  checklist: 'away',
}

function stored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('the memory of a user', () => {
  it('comes back as it was stored', () => {
    expect(restoreMemory(stored(memory), 0)).toEqual(memory)
  })

  it.each([undefined, null, 3, 'text', [], {}, { ...memory, version: 2 }])(
    'is empty where %j was stored',
    (value) => {
      expect(restoreMemory(value, NOW)).toEqual(emptyMemory(NOW))
    },
  )

  it.each([
    [{ firstSeenAt: 'once' }, { firstSeenAt: NOW }],
    [{ firstSeenAt: Number.POSITIVE_INFINITY }, { firstSeenAt: NOW }],
    [{ started: 'yes' }, { started: false }],
    [{ events: [1] }, { events: {} }],
    [
      { events: { a: 1, b: { count: 'x', times: [] }, c: { count: 1, times: ['x'] } } },
      { events: {} },
    ],
    [{ wins: { a: 'once', b: 5 } }, { wins: { b: 5 } }],
    [{ guides: { a: { status: 'lost' }, b: { status: ['active'] } } }, { guides: {} }],
    [{ seen: { a: {}, b: { at: 'x' } } }, { seen: {} }],
    [{ answered: { a: [1], b: ['x'] } }, { answered: { b: ['x'] } }],
    [{ best: { b: 1, c: 'x' } }, { best: { b: 1 } }],
    [{ goodbyes: [1] }, { goodbyes: [] }],
    [{ checklist: 'ajar' }, { checklist: 'closed' }],
  ])('forgets what does not fit: %j', (wrong, expected) => {
    expect(restoreMemory({ ...memory, ...wrong }, NOW)).toEqual({ ...memory, ...expected })
  })

  it('keeps names that objects have of their own', () => {
    const wins: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}')
    const restored = restoreMemory({ ...memory, wins }, NOW)
    expect(Object.keys(restored.wins)).toEqual(['__proto__', 'constructor'])
  })
})

describe('the session of a tab', () => {
  const session: Session = {
    id: 'tab',
    interruptions: 2,
    quietSince: NOW,
    current: { shown: { kind: 'setup', setup: 'form' }, since: NOW, requested: true, failed: true },
    asked: 'tour',
  }
  const newId = (): string => 'new'

  it('comes back as it was stored, but takes the focus no second time', () => {
    const current = { ...session.current, requested: false }
    expect(restoreSession(stored(session), newId)).toEqual({
      ...session,
      current,
      asked: undefined,
    })
  })

  it.each([undefined, null, [], {}, { ...session, id: 7 }])(
    'is new where %j was stored',
    (value) => {
      expect(restoreSession(value, newId)).toEqual(newSession('new'))
    },
  )

  it.each([
    { interruptions: 'many' },
    { quietSince: null },
    { current: 'news' },
    { current: { since: 1 } },
    { current: { since: 'x', shown: {} } },
  ])('forgets what does not fit: %j', (wrong) => {
    const restored = restoreSession({ id: 'tab', ...wrong }, newId)
    expect(restored).toEqual(newSession('tab'))
  })
})
