import type { Encoding } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { fieldOf, textOf, timeOf, toJson } from '../report/fields.ts'

/**
 * One flat row of JSON a line: JSONEachRow of ClickHouse, and what log shippers take. The columns are
 * those of docs/endpoints.md, of fixed types, so that no event can spoil a batch; all properties, traits
 * and the context are there too, each as JSON in one text. Rows are told apart by `message_id`.
 *
 * Sent as text, so that browsers do not ask first.
 *
 * @see https://clickhouse.com/docs/interfaces/formats/JSONEachRow
 */
export const ndjson: Encoding = {
  encode: (events, { sentAt }) => ({
    body: events.map((event) => `${toJson(toRow(event, sentAt))}\n`).join(''),
    contentType: 'text/plain;charset=UTF-8',
  }),
  // A table that is not there yet (404) is mended by its owner: until then all is kept.
  readAnswer: ({ status }) => (status === 404 ? { is: 'denied' } : undefined),
}

/** Undefined columns are left out, and filled by the table. */
function toRow(event: WireEvent, sentAt: string): object {
  // What `redact` took away is empty.
  const properties = { ...event.properties }
  const context = { ...event.context }
  const { traits } = event
  return {
    message_id: event.messageId,
    type: event.type,
    event: event.event,
    anonymous_id: event.anonymousId,
    user_id: event.userId,
    group_id: textOf(context, 'groupId'),
    occurred_at: toDateTime(event.timestamp, sentAt),
    sent_at: toDateTime(sentAt),
    journey: textOf(properties, 'journey'),
    session: textOf(properties, 'session'),
    sequence: wholeOf(properties, 'sequence'),
    win: textOf(properties, 'win'),
    tier: textOf(properties, 'tier'),
    ttv_ms: wholeOf(properties, 'ttvMs'),
    clock: textOf(properties, 'clock'),
    path: textOf(fieldOf(context, 'page'), 'path'),
    properties: toJson(properties),
    traits: traits && toJson(traits),
    context: toJson(context),
  }
}

function wholeOf(value: unknown, name: string): number | undefined {
  const field = fieldOf(value, name)
  return Number.isSafeInteger(field) ? Number(field) : undefined
}

/** UTC as ClickHouse reads it without a setting. What has no time of its own has that of its sending. */
function toDateTime(iso: string, otherwise = iso): string {
  const time = timeOf(iso) ?? timeOf(otherwise) ?? 0
  return new Date(time).toISOString().slice(0, -1).replace('T', ' ')
}
