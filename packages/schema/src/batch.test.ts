import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLLECTOR_MAX_EVENTS, parseBatch } from './batch.ts'

const sentAt = '2026-11-22T03:14:16.000Z'
const track = {
  type: 'track',
  messageId: '019aa3c2-3c7e-7abc-8def-0123456789ab',
  event: 'win_reached',
  anonymousId: 'a-1',
  timestamp: '2026-11-22T03:14:15.926Z',
  properties: { win: 'first-mail-sent', sequence: 17, values: { template: 'sale' } },
  context: {
    groupId: 'acme',
    library: { name: 'firstwin', version: '1.0.0' },
    page: { path: '/campaigns/:id' },
  },
}

function parseEvents(...events: unknown[]) {
  const result = parseBatch({ writeKey: 'pk_live_1', sentAt, batch: events })
  if (!result.ok) throw new Error(result.message)
  return result.events
}

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = { a: value }
  return value
}

describe('a batch', () => {
  it('is given back with its events as they were sent', () => {
    const result = parseBatch({ writeKey: 'pk_live_1', sentAt, batch: [track] })
    expect(result).toEqual({
      ok: true,
      writeKey: 'pk_live_1',
      sentAt,
      events: [{ ok: true, event: track }],
    })
  })

  it.each([
    [undefined, 'Not a batch: an object with writeKey, sentAt and batch is expected.'],
    [[], 'Not a batch: an object with writeKey, sentAt and batch is expected.'],
    [{ sentAt, batch: [] }, 'writeKey: it is missing.'],
    [{ writeKey: '', sentAt, batch: [] }, 'writeKey: it is empty.'],
    [{ writeKey: 'k', sentAt, batch: {} }, 'batch: a list of events is expected.'],
    [
      { writeKey: 'k', sentAt: 'now', batch: [] },
      'sentAt: a time is expected: 2026-11-22T03:14:16.000Z.',
    ],
  ])('is refused when it is %j', (value, message) => {
    expect(parseBatch(value)).toEqual({ ok: false, code: 'not-a-batch', message })
  })

  it('is refused with more events than a collector takes', () => {
    const batch = Array.from({ length: COLLECTOR_MAX_EVENTS + 1 }, () => track)
    expect(parseBatch({ writeKey: 'k', sentAt, batch })).toEqual({
      ok: false,
      code: 'too-many-events',
      message: '501 events. Send at most 500 in one batch.',
    })
  })

  it('never throws, whatever it is', () => {
    const constants = Object.fromEntries(
      Object.entries(track).map(([key, value]) => [key, fc.constant(value)]),
    )
    const body = fc.record({
      writeKey: fc.constant('k'),
      sentAt: fc.constant(sentAt),
      batch: fc.array(
        fc.oneof(fc.anything(), fc.record({ ...constants, properties: fc.jsonValue() })),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), body), (value) => {
        expect(typeof parseBatch(value).ok).toBe('boolean')
      }),
    )
  })
})

describe('an event', () => {
  it('does not spoil its batch when it is bad', () => {
    expect(parseEvents(track, 3, track).map((result) => result.ok)).toEqual([true, false, true])
  })

  it('loses the fields that the format does not know', () => {
    const [result] = parseEvents({ ...track, ip: '::1', context: { ip: '::1', locale: 'ja' } })
    expect(result).toEqual({ ok: true, event: { ...track, context: { locale: 'ja' } } })
  })

  it.each([
    [{ ...track, type: 'identify', traits: { plan: 'trial' } }],
    [{ ...track, type: 'group', groupId: 'acme', traits: { seats: 3 } }],
    [{ ...track, type: 'group', context: { groupId: 'acme' } }],
    [{ ...track, timestamp: '2026-11-22T12:14:15+09:00' }],
    [{ ...track, properties: nested(6) }],
    [{ ...track, messageId: 'ajs-next-1795317255926-7f3f1a34-3c7e-4abc-8def-0123456789ab' }],
  ])('is accepted: %j', (event) => {
    expect(parseEvents(event)).toMatchObject([{ ok: true }])
  })

  it('keeps its place in the session, whatever its type', () => {
    const properties = { session: 's', sequence: 2 }
    const events = [{ type: 'identify' }, { type: 'group', groupId: 'acme' }, {}]
    for (const event of events) {
      expect(parseEvents({ ...track, ...event, properties })).toMatchObject([
        { ok: true, event: { properties } },
      ])
    }
  })

  it.each([
    ['text', 'not-an-event', 'An event is an object.'],
    [{ ...track, type: 'page' }, 'unknown-type', 'type: track, identify or group is expected.'],
    [{ ...track, event: undefined }, 'missing-field', 'event: it is missing.'],
    [
      { ...track, event: 'x'.repeat(201) },
      'wrong-field',
      'event: it is longer than 200 characters.',
    ],
    [
      { ...track, messageId: 'id\n1' },
      'wrong-field',
      'messageId: 1 to 128 printable characters of ASCII are expected.',
    ],
    [
      { ...track, anonymousId: undefined },
      'missing-field',
      'anonymousId: neither userId nor anonymousId is given.',
    ],
    [{ ...track, type: 'group', context: {} }, 'missing-field', 'groupId: it is missing.'],
    [
      { ...track, properties: nested(5000) },
      'wrong-field',
      'properties: a.a.a.a.a.a.a is more than 6 levels deep.',
    ],
    [
      { ...track, properties: { answer: 'x'.repeat(1001) } },
      'wrong-field',
      'properties: answer is longer than 1000 characters.',
    ],
    [
      { ...track, properties: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [i, i])) },
      'wrong-field',
      'properties: has more than 64 keys.',
    ],
    [
      { ...track, properties: JSON.parse('{"__proto__":{"admin":true}}') as unknown },
      'wrong-field',
      'properties: has the key __proto__.',
    ],
  ])('is refused: %#', (event, code, message) => {
    expect(parseEvents(track, event)[1]).toEqual({ ok: false, index: 1, code, message })
  })
})
