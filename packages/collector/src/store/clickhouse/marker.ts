import type { Client } from './client.ts'
import type { Insert } from './insert-rows.ts'
import { textIn } from './row.ts'
import { tableName, type Place, type Table } from './schema.ts'
import { EVENT_COLUMNS } from './to-event-row.ts'
import { factRows, type Fact } from './to-facts.ts'

/** Enough to reach each shard of any cluster that is not very large. */
const COUNT = 32

/**
 * Rows that say nothing, on all shards: no product has the empty write key. Writing them tells if
 * one can write.
 */
export function factMarkers(): Insert {
  const facts = numbers().map((owner): Fact => ({
    write_key: '',
    kind: 'check',
    journey: '',
    owner,
    name: '',
    bot: 0,
    tie: '',
    // A block that was written before would be ignored.
    rank: String(Date.now()),
    value: '',
  }))
  return factRows(facts)
}

/**
 * Markers in every part of a table. Servers before version 20.10 do not touch what was last written
 * with a quorum, neither to merge nor to delete from it, until something else is written there.
 */
export async function markersIn(client: Client, place: Place, table: Table): Promise<Insert> {
  if (table === 'facts') return factMarkers()
  const days = await client.rows(
    `SELECT DISTINCT toString(received_day) AS day FROM ${tableName(place, 'events')}`,
  )
  const rows = days.map((row) => textIn(row, 'day')).flatMap(eventMarkers)
  return { table: 'events', columns: EVENT_COLUMNS, rows }
}

function eventMarkers(day: string): object[] {
  return numbers().map((actor) => ({
    write_key: '',
    message_id: actor,
    type: '',
    name: '',
    journey: '',
    subject: '',
    actor,
    anonymous_id: '',
    at: 0,
    device_at: 0,
    device_sent_at: 0,
    received_at: Date.parse(day),
    received_day: day,
    bot: 0,
    rank: Date.now(),
    body: '',
  }))
}

function numbers(): string[] {
  return Array.from({ length: COUNT }, (_, index) => String(index))
}
