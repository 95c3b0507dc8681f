import type { WireEvent } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { createCapNames } from '../../src/receive/cap-names.ts'
import type { Sender } from '../../src/receive/write-key.ts'
import { nextId, started, task, win } from '../wire.ts'

const LIMITS = { maxEventNames: 500, maxProperties: 50 }
const PUBLIC: Sender = { product: { key: 'pk', origins: '*' }, trusted: false }

function hostEvent(event: string, properties: Record<string, number> = {}): WireEvent {
  const timestamp = '2026-11-22T03:00:00.000Z'
  return { type: 'track', messageId: nextId(), userId: 'u', timestamp, event, properties }
}

const numbered = (count: number, offset = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index + offset}`, index]))

describe('C11 names of events', () => {
  it('beyond 500 of them become `other`, and stay readable', () => {
    const cap = createCapNames(LIMITS)(PUBLIC)
    const names = new Set<string>()
    for (let i = 0; i < 10_000; i += 1) {
      const event = cap(hostEvent(`opened_${i}`))
      if (event.type === 'track') names.add(event.event)
    }
    expect(names.size).toBe(501)
    expect(cap(hostEvent('opened_4711'))).toMatchObject({
      event: 'other',
      properties: { originalEvent: 'opened_4711' },
    })
    expect(cap(hostEvent('opened_17'))).toMatchObject({ event: 'opened_17' })
  })

  it('of ours are never among those, nor do other products take their room', () => {
    const of = createCapNames({ ...LIMITS, maxEventNames: 1 })
    const cap = of(PUBLIC)
    cap(hostEvent('a'))
    expect(cap(hostEvent('b'))).toMatchObject({ event: 'other' })
    expect(cap(hostEvent('win_reached'))).toMatchObject({ event: 'win_reached' })
    const others = { ...PUBLIC, product: { ...PUBLIC.product, key: 'pk_2' } }
    expect(of(others)(hostEvent('b'))).toMatchObject({ event: 'b' })
  })

  it('of a server that shows the secret are not crowded out by whoever has the public key', () => {
    const of = createCapNames({ ...LIMITS, maxEventNames: 1 })
    of(PUBLIC)(hostEvent('junk'))
    const trusted = { ...PUBLIC, trusted: true }
    expect(of(trusted)(hostEvent('invoice_paid'))).toMatchObject({ event: 'invoice_paid' })
    expect(of(trusted)(hostEvent('another'))).toMatchObject({ event: 'other' })
  })
})

describe('C11 names of properties', () => {
  it('beyond 50 of an event move into `other`', () => {
    const cap = createCapNames(LIMITS)(PUBLIC)
    cap(hostEvent('e', numbered(49)))
    expect(cap(hostEvent('e', numbered(2, 49))).properties).toEqual({
      p49: 0,
      other: { p50: 1 },
    })
    expect(cap(hostEvent('e', numbered(2))).properties).toEqual(numbered(2))
    expect(cap(hostEvent('f', numbered(2, 60))).properties).toEqual(numbered(2, 60))
  })
})

describe('C11 what results are made of', () => {
  const propertiesOf = (event: WireEvent) => event.properties ?? {}
  const winIn = (journey: string, id: string): WireEvent => ({
    ...win(id, 'aha', { user: 'u', journey }),
    type: 'track',
  })

  it('has 200 journeys of a product: those beyond become `other`, and stay readable', () => {
    const cap = createCapNames(LIMITS)(PUBLIC)
    const journeys = new Set<unknown>()
    for (let i = 0; i < 1_000; i += 1) {
      journeys.add(propertiesOf(cap(winIn(`j${i}`, 'w')))['journey'])
    }
    expect(journeys.size).toBe(201)
    expect(propertiesOf(cap(winIn('j999', 'w')))).toMatchObject({
      journey: 'other',
      originalJourney: 'j999',
      win: 'w',
    })
    expect(propertiesOf(cap(winIn('j7', 'w')))).toMatchObject({ journey: 'j7' })
  })

  it('has 500 wins, tasks and paths of a journey', () => {
    const cap = createCapNames(LIMITS)(PUBLIC)
    const seen = new Set<unknown>()
    for (let i = 0; i < 1_000; i += 1) seen.add(propertiesOf(cap(winIn('j', `w${i}`)))['win'])
    expect(seen.size).toBe(501)
    expect(propertiesOf(cap(winIn('j', 'w999')))).toMatchObject({
      win: 'other',
      originalWin: 'w999',
    })
    expect(propertiesOf(cap(winIn('another', 'w999')))).toMatchObject({ win: 'w999' })
    const own = { ...task('t', { user: 'u' }), type: 'track' as const }
    expect(cap(own)).toBe(own)
  })

  it('always has the names of the journeys that the collector was given', () => {
    const journey = { id: 'mine', wins: [{ id: 'own' }], paths: [] }
    const cap = createCapNames({ ...LIMITS, journeys: [journey as never] })(PUBLIC)
    for (let i = 0; i < 1_000; i += 1) cap(winIn(`j${i}`, 'w'))
    for (let i = 0; i < 1_000; i += 1) cap(winIn('mine', `w${i}`))
    expect(propertiesOf(cap(winIn('mine', 'own')))).toMatchObject({ journey: 'mine', win: 'own' })
    expect(propertiesOf(cap({ ...started({ user: 'u' }), type: 'track' }))).toMatchObject({
      journey: 'other',
    })
  })
})
