import { readFileSync } from 'node:fs'
import {
  createFileRegistry,
  fromBinary,
  fromJson,
  toJson,
  type JsonValue,
} from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { describe, expect, it } from 'vitest'
import type { WireEvent } from '../report/wire-event.ts'
import { anyEvents } from './any-event.fixture.ts'
import { awkward, context, events, user, visitor, win } from './events.fixture.ts'
import { otlpLogs } from './otlp-logs.ts'

/*
 * The descriptors are those that OpenTelemetry publishes (opentelemetry-proto 1.45.0 on PyPI, Apache-2.0:
 * common, resource, logs, logs_service). The parser passes the conformance tests of protocol buffers,
 * and refuses what the descriptors do not know.
 */
const bytes = readFileSync(new URL('otlp-logs.binpb', import.meta.url))
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, new Uint8Array(bytes)))

/** JSON as the protocol has it, after it was read by the protocol's rules. */
function read(message: 'Request' | 'Response', json: string): JsonValue {
  const name = `opentelemetry.proto.collector.logs.v1.ExportLogsService${message}`
  const schema = registry.getMessage(name)
  if (!schema) throw new Error(`no ${name} in the descriptors`)
  return toJson(schema, fromJson(schema, JSON.parse(json) as JsonValue))
}

interface Request {
  resourceLogs: {
    resource: { attributes: Pair[] }
    scopeLogs: { scope: object; logRecords: LogRecord[] }[]
  }[]
}

interface LogRecord {
  timeUnixNano?: string
  observedTimeUnixNano: string
  eventName: string
  attributes: Pair[]
}

interface Pair {
  key: string
  value: object
}

function received(sent: readonly WireEvent[] = events) {
  const request = read('Request', otlpLogs.encode(sent, context).body) as unknown as Request
  const [group] = request.resourceLogs
  return { group, records: group?.scopeLogs[0]?.logRecords ?? [] }
}

/** One record's attributes by name. */
function attributes(sent: WireEvent): Record<string, object> {
  const [record] = received([sent]).records
  return Object.fromEntries(record?.attributes.map(({ key, value }) => [key, value]) ?? [])
}

describe('otlpLogs', () => {
  it('is an export request to the parser of the protocol, one record an event', () => {
    const { group, records } = received()
    expect(records.map(({ eventName }) => eventName)).toEqual([
      'firstwin.win_reached',
      'firstwin.step_viewed',
      'firstwin.identify',
      'firstwin.group',
      'firstwin.mail "sent"\n',
    ])
    expect(group?.resource.attributes).toEqual([
      { key: 'service.name', value: { stringValue: 'firstwin' } },
      { key: 'service.version', value: { stringValue: '1.0.0' } },
    ])
    expect(group?.scopeLogs[0]?.scope).toEqual({ name: 'firstwin', version: '1.0.0' })
  })

  it('is one whatever the events say', () => {
    expect(received(anyEvents).records).toHaveLength(anyEvents.length)
  })

  it('is refused by that parser where a name is wrong', () => {
    const { body } = otlpLogs.encode([win], context)
    expect(() => read('Request', body.replace('"eventName"', '"event_naam"'))).toThrow(/unknown/)
  })

  it('keeps times to the digit', () => {
    const [first, ...rest] = received().records
    expect(first?.timeUnixNano).toBe(`${Date.parse(win.timestamp)}000000`)
    expect(first?.observedTimeUnixNano).toBe(`${Date.parse(context.sentAt)}000000`)
    // No time: 0, which the protocol leaves out.
    expect(rest.at(-1)?.timeUnixNano).toBeUndefined()
  })

  it('says who, where, and by which id a retry is known', () => {
    expect(attributes(win)).toMatchObject({
      'log.record.uid': { stringValue: win.messageId },
      'user.id': { stringValue: 'u_42' },
      'session.id': { stringValue: win.properties['session'] },
      'url.template': { stringValue: '/campaigns/:id' },
      'firstwin.anonymousId': { stringValue: win.anonymousId },
      'firstwin.groupId': { stringValue: 'acme' },
      'firstwin.win': { stringValue: 'first-mail-sent' },
      'firstwin.ttvMs': { intValue: '372000' },
    })
    expect(attributes(visitor)).not.toHaveProperty('user.id')
    expect(attributes(user)['firstwin.traits']).toEqual({
      kvlistValue: {
        values: [
          { key: 'plan', value: { stringValue: 'team' } },
          { key: 'seats', value: { intValue: '5' } },
          { key: 'trial', value: { boolValue: false } },
        ],
      },
    })
  })

  it('carries every kind of value', () => {
    expect(attributes(awkward)).toMatchObject({
      'firstwin.text': { stringValue: awkward.properties['text'] },
      'firstwin.whole': { intValue: String(2 ** 53 - 1) },
      'firstwin.part': { doubleValue: -1.5 },
      'firstwin.yes': { boolValue: true },
      'firstwin.none': {},
      'firstwin.list': {
        arrayValue: {
          values: [
            { stringValue: 'a' },
            { intValue: '1' },
            { arrayValue: { values: [{ boolValue: false }, {}] } },
            { kvlistValue: { values: [{ key: 'deep', value: { stringValue: '字' } }] } },
          ],
        },
      },
      'firstwin.dropped': { kvlistValue: { values: [{ key: 'cap', value: { intValue: '2' } }] } },
    })
  })

  it('is not changed by a library of the host that gives arrays a toJSON', () => {
    const { body } = otlpLogs.encode(events, context)
    // oxlint-disable-next-line no-extend-native -- old libraries do, and hosts have them
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'broken', configurable: true })
    try {
      expect(otlpLogs.encode(events, context).body).toBe(body)
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON')
    }
  })
})

describe('the answer to otlpLogs', () => {
  const answer = (status: number, text = '{}') =>
    otlpLogs.readAnswer?.({ status, text, headers: { get: () => null }, redirected: false })

  it('counts what a partial success rejected, in either writing of 64 bits', () => {
    for (const count of ['3', 3]) {
      const text = JSON.stringify({
        partialSuccess: { rejectedLogRecords: count, errorMessage: 'too old' },
      })
      // The parser of the protocol takes both too, and writes the first.
      expect(read('Response', text)).toMatchObject({ partialSuccess: { rejectedLogRecords: '3' } })
      expect(answer(200, text)).toEqual({ is: 'accepted', rejected: 3 })
    }
  })

  it.each(['{}', '', '{"partialSuccess":{"errorMessage":"a warning"}}', '<p>Sign in</p>', 'null'])(
    'leaves %j to the rules for every endpoint',
    (text) => expect(answer(200, text)).toBeUndefined(),
  )

  it.each([429, 502, 503, 504])('leaves %i to the rules for another try', (status) =>
    expect(answer(status)).toBeUndefined(),
  )

  it.each([400, 404, 408, 415, 500, 501])('does not send again after %i', (status) =>
    expect(answer(status)).toEqual({ is: 'refused' }),
  )
})
