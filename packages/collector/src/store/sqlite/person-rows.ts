import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { textIn } from './row.ts'

/** A user, and the devices on which they signed in first. */
export interface Person {
  readonly writeKey: string
  readonly userId: string | undefined
  readonly devices: readonly string[]
}

/** The events of a person: their own, and those of their devices from before they signed in. */
export const IS_OF_PERSON = `write_key = :writeKey AND (user_id = :userId
  OR (user_id IS NULL AND anonymous_id IN (SELECT value FROM json_each(:devices))))`

/** The devices on which a user signed in first. */
export function createFindDevices(database: DatabaseSync) {
  const find = database.prepare(
    'SELECT DISTINCT anonymous_id FROM links WHERE write_key = ? AND user_id = ?',
  )
  return (writeKey: string, userId: string): string[] =>
    find.all(writeKey, userId).map((row) => textIn(row, 'anonymous_id'))
}

/** A row's table and what finds a person's rows in it, by the parameters of `toParameters`. */
export interface PersonTable {
  readonly table: string
  readonly where: string
}

const ACTORS = '(SELECT value FROM json_each(:actors))'

/** Milestones are found journey by journey, along their key: reading all of a product's would take seconds. */
const JOURNEYS = `(WITH RECURSIVE j (journey) AS (
    SELECT min(journey) FROM milestones WHERE write_key = :writeKey
    UNION ALL
    SELECT (SELECT min(journey) FROM milestones
      WHERE write_key = :writeKey AND journey > j.journey) FROM j WHERE j.journey IS NOT NULL)
  SELECT journey FROM j WHERE journey IS NOT NULL)`

/** Where a person is to be found besides `events`. `links` last: they say which devices are theirs. */
export const PERSON_TABLES: readonly PersonTable[] = [
  { table: 'milestones', where: `journey IN ${JOURNEYS} AND actor IN ${ACTORS}` },
  { table: 'traits', where: `owner IN ${ACTORS}` },
  { table: 'memberships', where: `actor IN ${ACTORS}` },
  { table: 'people', where: `actor IN ${ACTORS}` },
  { table: 'progress', where: 'user_id = :userId' },
  { table: 'links', where: 'user_id = :userId' },
]

export function actorsOf({ userId, devices }: Person): string[] {
  const user = userId === undefined ? [] : [`u:${userId}`]
  return [...user, ...devices.map((device) => `a:${device}`)]
}

export function eventParameters({ writeKey, userId, devices }: Person) {
  return { writeKey, userId: userId ?? null, devices: JSON.stringify(devices) }
}

export function tableParameters(person: Person, { where }: PersonTable) {
  const { writeKey, userId } = person
  const all: Record<string, SQLInputValue> = { writeKey }
  if (where.includes(':actors')) all['actors'] = JSON.stringify(actorsOf(person))
  if (where.includes(':userId')) all['userId'] = userId ?? null
  return all
}
