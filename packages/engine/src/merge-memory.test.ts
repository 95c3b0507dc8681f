import { describe, expect, it } from 'vitest'
import { NOW } from '../test/a-world.ts'
import { emptyMemory, type GuideMemory, type Memory, type Seen } from './memory.ts'
import { mergeMemory } from './merge-memory.ts'

function aMemory(parts: Partial<Memory> = {}): Memory {
  return { ...emptyMemory(NOW), ...parts }
}

function merged<Key extends keyof Memory>(key: Key, user: Memory[Key], visitor: Memory[Key]) {
  return mergeMemory(aMemory({ [key]: user }), aMemory({ [key]: visitor }))[key]
}

describe('what a visitor did before it was known who they are', () => {
  it('changes nothing when it was nothing', () => {
    const user = aMemory({
      firstSeenAt: NOW - 1000,
      started: true,
      wins: { sent: 5 },
      events: { sent: { count: 1, times: [5] } },
      guides: { tour: { status: 'completed' } },
      checklist: 'away',
    })
    expect(mergeMemory(user, aMemory())).toEqual(user)
    expect(mergeMemory(aMemory(), user)).toEqual(user)
  })

  it('adds to the events, in the order of time', () => {
    const user = { sent: { count: 2, times: [1, 5] } }
    const visitor = { sent: { count: 1, times: [3] }, constructor: { count: 1, times: [] } }
    const events = { sent: { count: 3, times: [1, 3, 5] }, constructor: { count: 1, times: [] } }
    expect(merged('events', user, visitor)).toEqual(events)
  })

  it('counts for wins where it was earlier, and for progress where it was further', () => {
    expect(merged('wins', { a: 5, b: 5 }, { a: 3, c: 9 })).toEqual({ a: 3, b: 5, c: 9 })
    expect(merged('celebrated', { a: 5 }, { a: 7 })).toEqual({ a: 5 })
    expect(merged('best', { a: 0.5, b: 1 }, { a: 0.7 })).toEqual({ a: 0.7, b: 1 })
    expect(merged('firstSeenAt', 5, 3)).toBe(3)
  })

  it('leaves no question to be asked twice', () => {
    expect(merged('answered', { mood: ['a', 'b'] }, { mood: ['b', 'c'] })).toEqual({
      mood: ['a', 'b', 'c'],
    })
    expect(merged('goodbyes', ['a'], ['a', 'b'])).toEqual(['a', 'b'])
  })

  const dismissed = { status: 'dismissed', step: 'one', session: 's' } as const
  const active: GuideMemory = { status: 'active', step: 'one' }
  const done: GuideMemory = { status: 'completed' }
  const closed: GuideMemory = { ...dismissed, reason: 'closed' }
  const later: GuideMemory = { ...dismissed, reason: 'later' }
  it.each([
    [active, done, done],
    [done, active, done],
    [later, closed, closed],
    [closed, later, closed],
    [active, later, active],
  ])('makes of a guide that was %j and %j: %j', (user, visitor, expected) => {
    expect(merged('guides', { tour: user }, { tour: visitor })).toEqual({ tour: expected })
  })

  const earlier: Seen = { at: 1, session: 'a' }
  const newer: Seen = { at: 2, session: 'b' }
  it.each<[Seen, Seen, Seen]>([
    [earlier, newer, newer],
    [newer, earlier, newer],
    [
      { ...earlier, end: 'later' },
      { ...newer, end: 'closed' },
      { ...newer, end: 'closed' },
    ],
    [{ ...earlier, end: 'declined' }, newer, { ...earlier, at: 2, end: 'declined' }],
    [newer, { ...earlier, end: 'later' }, newer],
  ])('makes of a message that was seen %j and %j: %j', (user, visitor, expected) => {
    expect(merged('seen', { m: user }, { m: visitor })).toEqual({ m: expected })
  })

  it('leaves the checklist open that was open', () => {
    expect(merged('checklist', 'closed', 'open')).toBe('open')
    expect(merged('checklist', 'away', 'open')).toBe('away')
  })
})
