import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import type { Erased } from '../event-store.ts'
import { toDay } from './fold.ts'
import { forget } from './forget.ts'
import { inTransaction } from './in-transaction.ts'
import { actorsOf, createFindDevices, type Person } from './person-rows.ts'
import { numberIn, optionalTextIn, textIn } from './row.ts'
import { slicesOf } from './slices.ts'
import { truncateWal } from './truncate-wal.ts'

/** So many people are looked at, and some of them forgotten, in a few tens of milliseconds. */
const PEOPLE = 200

/** See `EventStore.eraseBefore`. */
export async function eraseBefore(database: DatabaseSync, at: number): Promise<Erased> {
  const events = await eraseEvents(database, at)
  const people = await erasePeople(database, toDay(at))
  truncateWal(database)
  return { events, people }
}

/** Rows are numbered as they arrive: the first slice that is young enough is the end. */
async function eraseEvents(database: DatabaseSync, at: number): Promise<number> {
  const old = 'rowid BETWEEN :from AND :to AND received_at < :at'
  const remove = database.prepare(`DELETE FROM events WHERE ${old}`)
  let events = 0
  for await (const { from, to } of slicesOf(database)) {
    const erased = inTransaction(database, () => Number(remove.run({ from, to, at }).changes))
    if (erased === 0) break
    events += erased
  }
  return events
}

interface Actor {
  readonly writeKey: string
  readonly actor: string
}

/** Goes through those of whom nothing came on `day` or later, a few at a time. */
async function erasePeople(database: DatabaseSync, day: number): Promise<number> {
  const silent = database.prepare(
    `SELECT write_key, actor FROM people
     WHERE (write_key, actor) > (?, ?) AND heard_on < ? ORDER BY write_key, actor LIMIT ${PEOPLE}`,
  )
  const personOf = createPersonOf(database)
  const heardOn = createHeardOn(database)
  let people = 0
  let last: Actor | undefined = { writeKey: '', actor: '' }
  while (last) {
    const some: Actor[] = silent
      .all(last.writeKey, last.actor, day)
      .map((row) => ({ writeKey: textIn(row, 'write_key'), actor: textIn(row, 'actor') }))
    people += inTransaction(database, () => {
      const gone = some.map(personOf).filter((person) => heardOn(person) < day)
      return gone.filter((person) => forget(database, person) > 0).length
    })
    last = some.at(-1)
    await setImmediate()
  }
  return people
}

/** The person that an actor is, or belongs to. */
function createPersonOf(database: DatabaseSync) {
  const findUser = database.prepare(
    'SELECT user_id FROM links WHERE write_key = ? AND anonymous_id = ? ORDER BY bot LIMIT 1',
  )
  const findDevices = createFindDevices(database)

  return ({ writeKey, actor }: Actor): Person => {
    const id = actor.slice(2)
    const link = actor.startsWith('a:') ? findUser.get(writeKey, id) : { user_id: id }
    const userId = optionalTextIn(link ?? {}, 'user_id')
    const devices = userId === undefined ? [id] : findDevices(writeKey, userId)
    return { writeKey, userId, devices }
  }
}

/** The last day on which something came of a person, on any of their devices. */
function createHeardOn(database: DatabaseSync) {
  const find = database.prepare(
    `SELECT max(heard_on) AS day FROM people
     WHERE write_key = ? AND actor IN (SELECT value FROM json_each(?))`,
  )
  return (person: Person): number =>
    numberIn(find.get(person.writeKey, JSON.stringify(actorsOf(person))) ?? {}, 'day')
}
