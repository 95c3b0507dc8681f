import { parseEvent } from '@firstwin/schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quickEvent } from './quick-event.ts'

const whole = {
  type: 'track',
  messageId: '019aa3c2-3c7e-7abc-8def-0123456789ab',
  event: 'win_reached',
  anonymousId: 'a-1',
  userId: 'u-1',
  timestamp: '2026-11-22T03:14:15.926Z',
  properties: { win: 'first-mail-sent', sequence: 17, deep: { list: [1, null, 'x'] } },
  context: {
    groupId: 'acme',
    library: { name: 'firstwin', version: '1.0.0' },
    locale: 'ja',
    page: { path: '/campaigns/:id' },
  },
}

/** Values at the bounds of the format, on either side of them. */
const texts = [0, 1, 64, 65, 200, 201, 256, 257, 1_000, 1_001].map((size) => 'x'.repeat(size))
const anything = fc.oneof(
  fc.constantFrom<unknown>(...texts, undefined, null, 0, -1, 1.5, NaN, {}, [], true),
  fc.jsonValue({ maxDepth: 9 }),
)
const times = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((at) => at.toISOString()),
  fc.constantFrom(
    '2026-02-30T00:00:00.000Z',
    '2024-02-29T00:00:00.000Z',
    '2026-04-31T00:00:00.000Z',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T03:14:15Z',
    '2026-11-22T12:14:15.000+09:00',
    '26-11-22T03:14:15.926Z',
    'x02-11T03:14:15.926Z',
  ),
)
const wide = fc
  .integer({ min: 60, max: 70 })
  .map((size) => Object.fromEntries(Array.from({ length: size }, (_, i) => [`k${i}`, i])))
const many = fc
  .integer({ min: 12, max: 18 })
  .map((size) =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [i, Array.from({ length: size }, () => 1)]),
    ),
  )
const records = fc.oneof(fc.dictionary(fc.string(), anything), wide, many, anything)

const contexts = fc.oneof(
  fc.record(
    {
      groupId: anything,
      library: fc.record({ name: anything, version: anything }),
      locale: anything,
      page: fc.oneof(fc.record({ path: anything }), anything),
      dropped: fc.dictionary(fc.string(), anything),
      unknown: anything,
    },
    { requiredKeys: [] },
  ),
  anything,
)
const fields: Record<string, fc.Arbitrary<unknown>> = {
  type: fc.constantFrom('track', 'identify', 'group', 'page'),
  messageId: fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => id.toUpperCase()),
    anything,
  ),
  event: anything,
  anonymousId: anything,
  userId: anything,
  timestamp: fc.oneof(times, anything),
  properties: records,
  context: contexts,
  unknown: anything,
}

/** A whole event of which two fields at most have been replaced. */
const events = fc
  .subarray(Object.entries(fields), { maxLength: 2 })
  .chain((some) => fc.record(Object.fromEntries(some)))
  .map((changed): unknown => Object.assign({}, whole, changed))

describe('quickEvent', () => {
  it('passes what our own SDK sends', () => {
    expect(quickEvent(whole)).toEqual(whole)
  })

  it('passes nothing that the schema would not, and nothing in another form', () => {
    let passed = 0
    const property = fc.property(fc.oneof({ weight: 9, arbitrary: events }, anything), (value) => {
      const quick = quickEvent(value)
      if (quick === undefined) return
      passed += 1
      // As it is stored: a field without a value is none.
      const result = parseEvent(value, 0)
      expect(result).toMatchObject({ ok: true })
      expect(JSON.parse(JSON.stringify(quick))).toEqual(
        result.ok && JSON.parse(JSON.stringify(result.event)),
      )
    })
    fc.assert(property, { numRuns: 3_000 })
    expect(passed).toBeGreaterThan(300)
  })

  const left: [what: string, value: unknown][] = [
    ['another type', { ...whole, type: 'identify' }],
    ['an id of another form', { ...whole, messageId: 'ajs-1' }],
    ['the 29th of February', { ...whole, timestamp: '2024-02-29T00:00:00.000Z' }],
    ['a report of losses', { ...whole, context: { dropped: { cap: 1 } } }],
    ['no id of anybody', { ...whole, userId: undefined, anonymousId: undefined }],
  ]
  it.each(left)('leaves %s to the schema', (_what, value) => {
    expect(quickEvent(value)).toBeUndefined()
  })
})
