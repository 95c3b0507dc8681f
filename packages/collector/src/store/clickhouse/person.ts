import type { Client } from './client.ts'
import { literal, literals } from './literal.ts'
import { textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { inSlotsOf } from './slot.ts'

/**
 * Who they are in the tables: themselves, and the devices on which they signed in first. `userId`
 * is none for a device on which nobody has signed in.
 */
export interface Person {
  readonly writeKey: string
  readonly userId: string | undefined
  readonly owners: readonly string[]
}

/** That which counts of each device: a bot's before anybody else's, so that the last one counts. */
const FIRST_LINK = 'ORDER BY owner, bot DESC, rank DESC, tie LIMIT 1 BY owner, bot'

export async function findPerson(
  client: Client,
  place: Place,
  { writeKey, userId }: { writeKey: string; userId: string },
): Promise<Person> {
  const links = `${tableName(place, 'facts')}
    WHERE write_key = ${literal(writeKey)} AND kind = 'link' AND journey = ''`
  const rows = await client.rows(
    `SELECT owner, tie AS user FROM ${links}
       AND (slot, owner) GLOBAL IN (SELECT slot, owner FROM ${links} AND tie = ${literal(userId)})
     ${FIRST_LINK}`,
  )
  const devices = rows.filter((row) => row['user'] === userId).map((row) => textIn(row, 'owner'))
  return { writeKey, userId, owners: [...new Set([`u:${userId}`, ...devices])] }
}

/** The user of each of these devices, for those that have one. */
export async function findUsers(
  client: Client,
  place: Place,
  { writeKey, devices }: { writeKey: string; devices: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (devices.length === 0) return new Map()
  const rows = await client.rows(
    `SELECT owner, tie AS user FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(writeKey)} AND kind = 'link' AND journey = ''
       AND ${inSlotsOf(devices)} AND owner IN ${literals(devices)}
     ${FIRST_LINK}`,
  )
  return new Map(rows.map((row) => [textIn(row, 'owner'), textIn(row, 'user')]))
}

/** What finds all that counts of a person. */
export function isOwnedBy({ writeKey, owners }: Person): string {
  return `write_key = ${literal(writeKey)} AND kind != 'erased' AND ${inSlotsOf(owners)}
    AND owner IN ${literals(owners)}`
}

/** What finds all rows of a person, those links too of which an earlier one counts. */
export function isOfPerson({ writeKey, userId, owners }: Person): string {
  const own = `${inSlotsOf(owners)} AND owner IN ${literals(owners)}`
  const overtaken = userId === undefined ? '' : ` OR (kind = 'link' AND tie = ${literal(userId)})`
  return `write_key = ${literal(writeKey)} AND kind != 'erased' AND ((${own})${overtaken})`
}

/** What finds all events of a person. */
export function isEventOf({ writeKey, owners }: Person): string {
  return `write_key = ${literal(writeKey)} AND actor IN ${literals(owners)}`
}
