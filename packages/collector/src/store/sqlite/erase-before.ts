import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import type { Erased } from '../event-store.ts'
import { toDay } from './fold.ts'
import { forget } from './forget.ts'
import { inTransaction } from './in-transaction.ts'
import { actorsOf, createFindDevices, type Person } from './person-rows.ts'
import { numberIn, optionalTextIn, textIn, type Row } from './row.ts'
import { slicesOf } from './slices.ts'
import { truncateWal } from './truncate-wal.ts'

/** So many people are looked at, and even where all go, forgotten in a few tens of milliseconds. */
const PEOPLE = 200

/** See `EventStore.eraseBefore`. */
export async function eraseBefore(database: DatabaseSync, at: number): Promise<Erased> {
  const events = await eraseEvents(database, at)
  const people = await erasePeople(database, toDay(at))
  // What cannot be brought into the file now is with the next commits.
  if (events + people > 0) truncateWal(database)
  return { events, people }
}

/**
 * Rows are numbered as they arrive: the first slice with rows that are all young enough is the end.
 * One without any says nothing: it is what somebody has left who was erased.
 */
async function eraseEvents(database: DatabaseSync, at: number): Promise<number> {
  const old = 'rowid BETWEEN :from AND :to AND received_at < :at'
  const remove = database.prepare(`DELETE FROM events WHERE ${old}`)
  const findYoung = database.prepare('SELECT 1 FROM events WHERE rowid BETWEEN ? AND ? LIMIT 1')
  let events = 0
  for await (const { from, to } of slicesOf(database)) {
    const erased = inTransaction(database, () => Number(remove.run({ from, to, at }).changes))
    if (erased === 0 && findYoung.get(from, to)) break
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
  const read = database.prepare(
    `SELECT write_key, actor, heard_on FROM people
     WHERE (write_key, actor) > (?, ?) ORDER BY write_key, actor LIMIT ${PEOPLE}`,
  )
  const personOf = createPersonOf(database)
  const heardOn = createHeardOn(database)
  let people = 0
  let rows = read.all('', '')
  while (rows.length > 0) {
    const silent = rows.filter((row) => numberIn(row, 'heard_on') < day).map(toActor)
    if (silent.length > 0) {
      people += inTransaction(database, () => {
        const gone = silent.map(personOf).filter((person) => heardOn(person) < day)
        return gone.filter((person) => forget(database, person) > 0).length
      })
    }
    const last = toActor(rows.at(-1) ?? {})
    await setImmediate()
    rows = read.all(last.writeKey, last.actor)
  }
  return people
}

function toActor(row: Row): Actor {
  return { writeKey: textIn(row, 'write_key'), actor: textIn(row, 'actor') }
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
