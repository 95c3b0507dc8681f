import { actorOf } from '../to-milestone.ts'
import type { DatedEvent } from '../event-store.ts'
import { storedId } from '../stored-id.ts'
import type { Client } from './client.ts'
import { literals, literal, pairs } from './literal.ts'
import { READ } from './read-evidence.ts'
import { textIn } from './row.ts'
import type { ToDigest } from './salt.ts'
import { tableName, type Place } from './schema.ts'
import { dayOf } from './to-event-row.ts'

/** Devices keep what they could not send for seven days; one more for their clocks. */
const REPEATED_WITHIN_MS = 8 * 24 * 60 * 60 * 1_000

/** A text for each pair of texts. */
export function pairOf(writeKey: string, id: string): string {
  return JSON.stringify([writeKey, id])
}

/** Those of these events that have been stored, as `pairOf` their write key and `storedId`. */
export async function lookUpStored(
  client: Client,
  place: Place,
  events: readonly DatedEvent[],
): Promise<ReadonlySet<string>> {
  const ids = events.map((dated) => [dated.writeKey, storedId(dated)] as const)
  const since = Math.min(...events.map(({ receivedAt }) => receivedAt)) - REPEATED_WITHIN_MS
  const rows = await client.rows(
    `SELECT DISTINCT write_key, message_id FROM ${tableName(place, 'events')}
     WHERE received_day >= '${dayOf(since)}' AND write_key IN ${keysOf(events)}
       AND (write_key, message_id) IN ${pairs(ids)}`,
  )
  return new Set(rows.map((row) => pairOf(textIn(row, 'write_key'), textIn(row, 'message_id'))))
}

/** Those of these owners who have been erased, as `pairOf` write key and actor. */
export async function lookUpErased(
  { client, place, toDigest }: Erasing,
  owners: Owners,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const [writeKey, actors] of owners) {
    const byDigest = new Map([...actors].map((actor) => [toDigest(writeKey, actor), actor]))
    const rows = await client.rows(
      `SELECT DISTINCT owner FROM ${tableName(place, 'facts')}
       WHERE write_key = ${literal(writeKey)} AND kind = 'erased' AND journey = '' AND slot = 0
         AND owner IN ${literals(byDigest.keys())}`,
      READ,
    )
    for (const row of rows) found.add(pairOf(writeKey, byDigest.get(textIn(row, 'owner')) ?? ''))
  }
  return found
}

export interface Erasing {
  readonly client: Client
  readonly place: Place
  readonly toDigest: ToDigest
}

/** Actors by write key. */
export type Owners = ReadonlyMap<string, ReadonlySet<string>>

/** Who did these events, by write key. */
export function ownersOf(events: readonly DatedEvent[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>()
  for (const { writeKey, event } of events) {
    const actors = owners.get(writeKey) ?? new Set()
    owners.set(writeKey, actors.add(actorOf(event)))
  }
  return owners
}

function keysOf(events: readonly DatedEvent[]): string {
  return literals(new Set(events.map(({ writeKey }) => writeKey)))
}
