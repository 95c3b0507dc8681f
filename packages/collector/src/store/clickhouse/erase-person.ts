import type { Erased } from '../event-store.ts'
import { deleteRows, type Deleting } from './delete-rows.ts'
import type { Erasing } from './look-up.ts'
import { findPerson, isEventOf, isOfPerson, type Person } from './person.ts'
import { numberIn } from './row.ts'
import { tableName } from './schema.ts'
import { factRows, type Fact } from './to-facts.ts'

export type Eraser = Erasing & Deleting

/**
 * See `EventStore.erasePerson`. The tombstones come first: what is inserted meanwhile finds them
 * afterwards (see `writeEvents`). The facts go last: they say which devices are theirs, so that it can be
 * finished after a crash.
 */
export async function erasePerson(
  eraser: Eraser,
  who: { writeKey: string; userId: string },
): Promise<Erased> {
  const person = await findPerson(eraser.client, eraser.place, who)
  const tombstones = person.owners.map((owner) => tombstone(eraser, who.writeKey, owner))
  await eraser.insert(factRows(tombstones))
  return deletePerson(eraser, person)
}

function tombstone({ toDigest }: Eraser, writeKey: string, owner: string): Fact {
  const base = { write_key: writeKey, journey: '', name: '', bot: 0, tie: '', value: '' } as const
  return { ...base, kind: 'erased', owner: toDigest(writeKey, owner), rank: '1' }
}

/** Says how many events went, and 1 for the person if there was anything. */
export async function deletePerson(deleting: Deleting, person: Person): Promise<Erased> {
  const { client, place } = deleting
  const [row = {}] = await client.rows(
    `SELECT uniqExact(message_id) AS n FROM ${tableName(place, 'events')} WHERE ${isEventOf(person)}`,
  )
  const [other = {}] = await client.rows(
    `SELECT count() AS n FROM ${tableName(place, 'facts')} WHERE ${isOfPerson(person)}`,
  )
  const events = numberIn(row, 'n')
  const facts = numberIn(other, 'n')
  if (events > 0) await deleteRows(deleting, { table: 'events', where: isEventOf(person) })
  if (facts > 0) await deleteRows(deleting, { table: 'facts', where: isOfPerson(person) })
  return { events, people: events + facts > 0 ? 1 : 0 }
}
