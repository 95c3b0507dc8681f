import type { Erased } from '../event-store.ts'
import type { Client } from './client.ts'
import { deleteRows, type Deleting } from './delete-rows.ts'
import { literal, literals } from './literal.ts'
import { findPerson, findUsers, isOfPerson, type Person } from './person.ts'
import { TIME_OF_LATEST } from './rank.ts'
import { numberIn, textIn } from './row.ts'
import { localName, onCluster, tableName, type Place } from './schema.ts'
import { dayOf } from './to-event-row.ts'
import { arrivalOf, dayStart } from './to-facts.ts'

/** So many people are named in one statement. */
const PEOPLE = 1_000

/** See `EventStore.eraseBefore`. */
export async function eraseBefore(deleting: Deleting, at: number): Promise<Erased> {
  const events = await eraseEvents(deleting, at)
  const people = await erasePeople(deleting, at)
  await eraseRest(deleting, at)
  return { events, people }
}

/** What servers reported goes with its events, and parts of progress that are empty go at all. */
async function eraseRest(deleting: Deleting, at: number): Promise<void> {
  const { client, place } = deleting
  const where = `(kind = 'server' AND name < ${literal(arrivalOf(dayStart(at)))})
    OR (kind = 'progress' AND value = '')`
  const [row = {}] = await client.rows(
    `SELECT count() AS n FROM ${tableName(place, 'facts')} WHERE ${where}`,
  )
  if (numberIn(row, 'n') > 0) await deleteRows(deleting, { table: 'facts', where })
}

/**
 * Days go as a whole, which costs nothing; what arrived on the day of `at` goes on the next one.
 * Rewriting that day each hour would cost as much as taking it.
 */
async function eraseEvents(deleting: Deleting, at: number): Promise<number> {
  const { client, place } = deleting
  const days = await client.rows(
    `SELECT toString(received_day) AS day, sum(write_key != '') AS n
     FROM ${tableName(place, 'events')} WHERE received_day < '${dayOf(at)}' GROUP BY day`,
  )
  for (const row of days) await dropDay(client, place, textIn(row, 'day'))
  return days.reduce((sum, row) => sum + numberIn(row, 'n'), 0)
}

async function dropDay(client: Client, place: Place, day: string): Promise<void> {
  const table = localName(place, 'events')
  await client.insist({ sql: `ALTER TABLE ${table}${onCluster(place)} DROP PARTITION '${day}'` })
}

interface Silent {
  readonly writeKey: string
  readonly owners: readonly string[]
}

async function erasePeople(deleting: Deleting, at: number): Promise<number> {
  const { client, place } = deleting
  let people = 0
  for (const silent of await findSilent(client, place, at)) {
    for (let start = 0; start < silent.owners.length; start += PEOPLE) {
      const some = { ...silent, owners: silent.owners.slice(start, start + PEOPLE) }
      const gone = await gonePeople({ client, place, at }, some)
      people += gone.length
      if (gone.length === 0) continue
      const where = gone.map((person) => `(${isOfPerson(person)})`).join(' OR ')
      await deleteRows(deleting, { table: 'facts', where })
    }
  }
  return people
}

/** Of whom nothing came on the day of `at` or later, by write key. */
async function findSilent(client: Client, place: Place, at: number): Promise<Silent[]> {
  const rows = await client.rows(
    `SELECT write_key, owner FROM ${tableName(place, 'facts')} WHERE kind = 'heard'
     GROUP BY write_key, owner HAVING max(${TIME_OF_LATEST}) < ${dayStart(at)}
     ORDER BY write_key, owner`,
  )
  const byKey = new Map<string, string[]>()
  for (const row of rows) {
    const writeKey = textIn(row, 'write_key')
    const owners = byKey.get(writeKey) ?? []
    owners.push(textIn(row, 'owner'))
    byKey.set(writeKey, owners)
  }
  return [...byKey].map(([writeKey, owners]) => ({ writeKey, owners }))
}

interface Asking {
  readonly client: Client
  readonly place: Place
  readonly at: number
}

/** Those of whom none of their other devices was heard of either. */
async function gonePeople(asking: Asking, { writeKey, owners }: Silent): Promise<Person[]> {
  const { client, place } = asking
  const devices = owners.filter((owner) => owner.startsWith('a:'))
  const users = await findUsers(client, place, { writeKey, devices })
  const ids = owners.flatMap((owner) => users.get(owner) ?? (isUser(owner) ? owner.slice(2) : []))
  const known = new Set(ids)
  const people: Person[] = devices
    .filter((device) => !users.has(device))
    .map((device) => ({ writeKey, userId: undefined, owners: [device] }))
  for (const userId of known) people.push(await findPerson(client, place, { writeKey, userId }))
  const heard = await findHeard(asking, people)
  return people.filter((person) => !person.owners.some((owner) => heard.has(owner)))
}

function isUser(owner: string): boolean {
  return owner.startsWith('u:')
}

async function findHeard({ client, place, at }: Asking, people: readonly Person[]) {
  const [first] = people
  if (!first) return new Set<string>()
  const rows = await client.rows(
    `SELECT owner FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(first.writeKey)} AND kind = 'heard' AND journey = '' AND slot = 0
       AND owner IN ${literals(people.flatMap(({ owners }) => owners))}
     GROUP BY owner HAVING max(${TIME_OF_LATEST}) >= ${dayStart(at)}`,
  )
  return new Set(rows.map((row) => textIn(row, 'owner')))
}
