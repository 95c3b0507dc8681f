import { actorOf } from '../to-milestone.ts'
import type { DatedEvent } from '../event-store.ts'
import { storedId } from '../stored-id.ts'
import type { InsertRows } from './insert-rows.ts'
import {
  lookUpErased,
  lookUpStored,
  ownersOf,
  pairOf,
  type Erasing,
  type Owners,
} from './look-up.ts'
import { EVENT_COLUMNS, toEventRow } from './to-event-row.ts'
import { factRows, toFacts } from './to-facts.ts'

export interface Writing extends Erasing {
  readonly insert: InsertRows
  /** Removes what has just been written of somebody who was erased meanwhile. */
  readonly eraseOwners: (writeKey: string, owners: readonly string[]) => Promise<unknown>
}

/**
 * Writes events and what follows from them. Says for each one if it was new.
 *
 * First the facts, then the events: where an event is found stored, its facts are too, and are not
 * derived anew from the copy, whose time may differ by what the network took. The events
 * themselves are written again, because one that is found need not be on enough replicas yet.
 */
export async function writeEvents(
  writing: Writing,
  events: readonly DatedEvent[],
): Promise<boolean[]> {
  if (events.length === 0) return []
  const { client, place, insert } = writing
  const first = firstOfEach(events)
  const owners = ownersOf(events)
  const [stored, erased] = await Promise.all([
    lookUpStored(client, place, first),
    lookUpErased(writing, owners),
  ])
  const kept = first.filter((dated) => !erased.has(ownerOf(dated)))
  const fresh = kept.filter((dated) => !stored.has(idOf(dated)))
  await insert(factRows(toFacts(fresh)))
  await insert({ table: 'events', columns: EVENT_COLUMNS, rows: kept.map(toEventRow) })
  const gone = await eraseLate(writing, { owners, erased })
  const isNew = new Set(fresh.filter((dated) => !gone.has(ownerOf(dated))).map(idOf))
  // Of several copies in one request the first is new.
  return events.map((dated) => isNew.delete(idOf(dated)))
}

/** Who was erased between our look and our insert would stay: nobody would look for them again. */
async function eraseLate(
  writing: Writing,
  { owners, erased }: { owners: Owners; erased: ReadonlySet<string> },
): Promise<ReadonlySet<string>> {
  const now = await lookUpErased(writing, owners)
  for (const [writeKey, actors] of owners) {
    const late = [...actors].filter((actor) => {
      const owner = pairOf(writeKey, actor)
      return now.has(owner) && !erased.has(owner)
    })
    if (late.length > 0) await writing.eraseOwners(writeKey, late)
  }
  return now
}

function firstOfEach(events: readonly DatedEvent[]): DatedEvent[] {
  const byId = new Map<string, DatedEvent>()
  for (const dated of events) {
    if (!byId.has(idOf(dated))) byId.set(idOf(dated), dated)
  }
  return [...byId.values()]
}

function idOf(dated: DatedEvent): string {
  return pairOf(dated.writeKey, storedId(dated))
}

function ownerOf({ writeKey, event }: DatedEvent): string {
  return pairOf(writeKey, actorOf(event))
}
