import type { DatabaseSync } from 'node:sqlite'
import type { Erased } from '../event-store.ts'
import { forget } from './forget.ts'
import { inTransaction } from './in-transaction.ts'
import {
  actorsOf,
  createFindDevices,
  eventParameters,
  IS_OF_PERSON,
  type Person,
} from './person-rows.ts'
import { slicesOf } from './slices.ts'
import type { Tombstones } from './tombstones.ts'

export interface EraseOptions {
  readonly database: DatabaseSync
  readonly tombstones: Tombstones
}

/**
 * See `EventStore.erasePerson`. The tombstones come first, so that nothing new comes meanwhile; who
 * they were and which devices are theirs goes last, so that it can be finished after a crash.
 */
export async function erasePerson(
  { database, tombstones }: EraseOptions,
  writeKey: string,
  userId: string,
): Promise<Erased> {
  const person = inTransaction(database, () => {
    const found = { writeKey, userId, devices: createFindDevices(database)(writeKey, userId) }
    for (const actor of actorsOf(found)) tombstones.add(writeKey, actor)
    return found
  })
  const events = await eraseEvents(database, person)
  const rows = inTransaction(database, () => forget(database, person))
  return { events, people: events + rows > 0 ? 1 : 0 }
}

async function eraseEvents(database: DatabaseSync, person: Person): Promise<number> {
  const remove = database.prepare(
    `DELETE FROM events WHERE rowid BETWEEN :from AND :to AND ${IS_OF_PERSON}`,
  )
  let events = 0
  for await (const { from, to } of slicesOf(database)) {
    const parameters = { from, to, ...eventParameters(person) }
    events += inTransaction(database, () => Number(remove.run(parameters).changes))
  }
  return events
}
