import type { Encoding, SendContext } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { fieldOf, timeOf, toJson } from '../report/fields.ts'
import { readOtlpAnswer } from './read-otlp-answer.ts'

/**
 * OTLP/JSON for `/v1/logs`: each event is a log record with an event name (`firstwin.win_reached`).
 * Properties are attributes under `firstwin.`; `log.record.uid` is the event's own id, by which a
 * backend may know a retry; `user.id` and `session.id` are those of the semantic conventions. The key
 * travels as `authorization: Bearer`; backends with headers of their own take a function.
 *
 * The content type makes browsers ask first (CORS preflight): the receiver has to answer `OPTIONS`.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export const otlpLogs: Encoding = {
  encode: (events, context) => ({
    body: toBody(events, context),
    contentType: 'application/json',
    headers: context.key ? { authorization: `Bearer ${context.key}` } : {},
  }),
  readAnswer: readOtlpAnswer,
}

/** Written as text: where a library of the host gave arrays a `toJSON`, ours stay arrays. */
function toBody(events: readonly WireEvent[], { library, sentAt }: SendContext): string {
  const { name, version } = library
  const resource = toKeyValues({ 'service.name': name, 'service.version': version })
  const records = events.map((event) => toRecord(event, toNanos(sentAt)))
  return (
    `{"resourceLogs":[{"resource":{"attributes":${resource}},"scopeLogs":[` +
    `{"scope":${toJson({ name, version })},"logRecords":[${records.join()}]}]}]}`
  )
}

const INFO = 9

function toRecord(event: WireEvent, observed: string): string {
  const { type, messageId, userId, anonymousId, timestamp, properties, context, traits } = event
  const attributes = toKeyValues({
    ...Object.fromEntries(
      Object.entries({ ...properties }).map(([name, value]) => [`firstwin.${name}`, value]),
    ),
    'log.record.uid': messageId,
    'session.id': fieldOf(properties, 'session'),
    'user.id': userId,
    'url.template': fieldOf(fieldOf(context, 'page'), 'path'),
    'firstwin.anonymousId': anonymousId,
    'firstwin.groupId': fieldOf(context, 'groupId'),
    'firstwin.locale': fieldOf(context, 'locale'),
    'firstwin.dropped': fieldOf(context, 'dropped'),
    'firstwin.traits': traits,
  })
  return (
    `{"timeUnixNano":"${toNanos(timestamp)}","observedTimeUnixNano":"${observed}","severityNumber":${INFO},` +
    `"eventName":${toJson(`firstwin.${event.event ?? type}`)},"attributes":${attributes}}`
  )
}

/** Nanoseconds since 1970, as text: as a number they would lose digits. 0: not known. */
function toNanos(iso: string): string {
  return `${timeOf(iso) ?? 0}000000`
}

function toKeyValues(fields: object): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  const pairs = known.map(([key, value]) => `{"key":${toJson(key)},"value":${toAnyValue(value)}}`)
  return `[${pairs.join()}]`
}

/** Whole numbers are texts, as 64 bits are in JSON of protocol buffers. */
function toAnyValue(value: unknown): string {
  if (Array.isArray(value)) {
    return `{"arrayValue":{"values":[${value.map((one) => toAnyValue(one)).join()}]}}`
  }
  if (typeof value === 'object' && value) return `{"kvlistValue":{"values":${toKeyValues(value)}}}`
  if (typeof value === 'string') return `{"stringValue":${toJson(value)}}`
  if (typeof value === 'boolean') return `{"boolValue":${value}}`
  if (typeof value !== 'number') return '{}'
  return Number.isSafeInteger(value) ? `{"intValue":"${value}"}` : `{"doubleValue":${value}}`
}
