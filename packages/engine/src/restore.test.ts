import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW } from '../test/a-world.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { restoreMemory, restoreSession, toStored } from './restore.ts'
import { newSession, type Session } from './session.ts'

const memory: Memory = {
  version: 1,
  firstSeenAt: NOW - 1000,
  started: true,
  events: { sent: { count: 2, times: [1, 2] }, constructor: { count: 1, times: [] } },
  wins: { sent: NOW },
  celebrated: { sent: NOW },
  guides: { tour: { status: 'active', step: 'one', viewedAt: NOW, stuck: true } },
  seen: { 'message:news': { at: NOW, session: 's', end: 'later' } },
  answered: { mood: ['nps'] },
  best: { path: 0.5 },
  goodbyes: ['path'],
  checklist: 'away',
}

const session: Session = {
  id: 'tab',
  interruptions: 2,
  quietSince: NOW,
  current: { shown: { kind: 'setup', setup: 'form' }, since: NOW, requested: true, failed: true },
  asked: 'tour',
}

describe('the memory of a user', () => {
  it('comes back as it was stored', () => {
    expect(restoreMemory(toStored(memory), 0)).toEqual(memory)
  })

  it.each([undefined, '', '{}', 'null', JSON.stringify(memory), toStored(memory).slice(0, -1)])(
    'is empty where %j was stored',
    (stored) => {
      expect(restoreMemory(stored, NOW)).toEqual(emptyMemory(NOW))
    },
  )

  it('is empty where another version was stored', () => {
    const newer = { ...memory, version: 2 } as unknown as Memory
    expect(restoreMemory(toStored(newer), NOW)).toEqual(emptyMemory(NOW))
  })

  it('is empty where a letter of it was changed', () => {
    const text = toStored(memory)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, letter) => {
          fc.pre(text[at] !== letter)
          const changed = text.slice(0, at) + letter + text.slice(at + 1)
          expect(restoreMemory(changed, NOW)).toEqual(emptyMemory(NOW))
        },
      ),
    )
  })
})

describe('the session of a tab', () => {
  const newId = (): string => 'new'

  it('comes back as it was stored, but takes the focus no second time', () => {
    const current = { ...session.current, requested: false }
    const restored = restoreSession(toStored(session), newId)
    expect(restored).toEqual({ ...session, current, asked: undefined })
  })

  it.each([undefined, '', 'null', JSON.stringify(session)])(
    'is new where %j was stored',
    (stored) => {
      expect(restoreSession(stored, newId)).toEqual(newSession('new'))
    },
  )
})
