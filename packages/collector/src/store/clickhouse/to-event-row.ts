import { actorOf } from '../to-milestone.ts'
import type { DatedEvent } from '../event-store.ts'
import { storedId, toMessageId } from '../stored-id.ts'
import { subjectOf } from '../subject-of.ts'
import { textIn, type Row } from './row.ts'

export const EVENT_COLUMNS = [
  'write_key',
  'message_id',
  'type',
  'name',
  'journey',
  'subject',
  'actor',
  'anonymous_id',
  'at',
  'device_at',
  'device_sent_at',
  'received_at',
  'received_day',
  'bot',
  'rank',
  'body',
] as const

type EventRow = Readonly<Record<(typeof EVENT_COLUMNS)[number], string | number>>

/** An event as it is kept. Of two copies the one that arrived first ranks higher. */
export function toEventRow(dated: DatedEvent): EventRow {
  const { writeKey, event, at, sentAt, receivedAt, bot } = dated
  const journey = event.type === 'track' ? event.properties?.['journey'] : undefined
  return {
    write_key: writeKey,
    message_id: storedId(dated),
    type: event.type,
    name: event.type === 'track' ? event.event : '',
    journey: typeof journey === 'string' ? journey : '',
    subject: subjectOf(event),
    actor: actorOf(event),
    anonymous_id: event.anonymousId ?? '',
    at,
    device_at: Date.parse(event.timestamp),
    device_sent_at: sentAt,
    received_at: receivedAt,
    received_day: dayOf(receivedAt),
    bot: bot ? 1 : 0,
    rank: Number.MAX_SAFE_INTEGER - receivedAt,
    body: JSON.stringify({ ...event, ...IN_COLUMNS }),
  }
}

/** Ids do not compress: what a column has need not stand in the body again. */
const IN_COLUMNS = {
  messageId: undefined,
  type: undefined,
  event: undefined,
  userId: undefined,
  anonymousId: undefined,
} as const

/** The event of a row, as it was sent. */
export function toWireEvent(row: Row): object {
  const body: unknown = JSON.parse(textIn(row, 'body'))
  const [actor, name, anonymousId] = ['actor', 'name', 'anonymous_id'].map((column) =>
    textIn(row, column),
  )
  return {
    messageId: toMessageId(textIn(row, 'message_id')),
    type: row['type'],
    ...(name === '' ? {} : { event: name }),
    ...(actor?.startsWith('u:') ? { userId: actor.slice(2) } : {}),
    ...(anonymousId === '' ? {} : { anonymousId }),
    ...(typeof body === 'object' ? body : {}),
  }
}

/** As ClickHouse writes a date, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
