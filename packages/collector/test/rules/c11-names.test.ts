import type { WireEvent } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { createCapNames } from '../../src/receive/cap-names.ts'
import { nextId } from '../wire.ts'

function hostEvent(event: string, properties: Record<string, number> = {}): WireEvent {
  const timestamp = '2026-11-22T03:00:00.000Z'
  return { type: 'track', messageId: nextId(), userId: 'u', timestamp, event, properties }
}

const numbered = (count: number, offset = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index + offset}`, index]))

describe('C11 names of events', () => {
  it('beyond 500 of them become `other`, and stay readable', () => {
    const cap = createCapNames({ maxEventNames: 500, maxProperties: 50 })
    const names = new Set<string>()
    for (let i = 0; i < 10_000; i += 1) {
      const event = cap('pk', hostEvent(`opened_${i}`))
      if (event.type === 'track') names.add(event.event)
    }
    expect(names.size).toBe(501)
    expect(cap('pk', hostEvent('opened_4711'))).toMatchObject({
      event: 'other',
      properties: { originalEvent: 'opened_4711' },
    })
    expect(cap('pk', hostEvent('opened_17'))).toMatchObject({ event: 'opened_17' })
  })

  it('of ours are never among those, nor do other products take their room', () => {
    const cap = createCapNames({ maxEventNames: 1, maxProperties: 50 })
    cap('pk', hostEvent('a'))
    expect(cap('pk', hostEvent('b'))).toMatchObject({ event: 'other' })
    expect(cap('pk', hostEvent('win_reached'))).toMatchObject({ event: 'win_reached' })
    expect(cap('pk_2', hostEvent('b'))).toMatchObject({ event: 'b' })
  })
})

describe('C11 names of properties', () => {
  it('beyond 50 of an event move into `other`', () => {
    const cap = createCapNames({ maxEventNames: 500, maxProperties: 50 })
    cap('pk', hostEvent('e', numbered(49)))
    expect(cap('pk', hostEvent('e', numbered(2, 49))).properties).toEqual({
      p49: 0,
      other: { p50: 1 },
    })
    expect(cap('pk', hostEvent('e', numbered(2))).properties).toEqual(numbered(2))
    expect(cap('pk', hostEvent('f', numbered(2, 60))).properties).toEqual(numbered(2, 60))
  })
})
