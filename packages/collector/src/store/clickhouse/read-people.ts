import type { Evidence, Trait } from '../event-store.ts'
import { counting, linksOf } from './counting.ts'
import { toWholeEvidence, traitsByOwner } from './found-evidence.ts'
import { literal, literals } from './literal.ts'
import { READ } from './read-evidence.ts'
import { readFound, type Reading } from './read-range.ts'
import { textIn, type Row } from './row.ts'
import { tableName } from './schema.ts'
import { inSlotsOf } from './slot.ts'

type Asking = Omit<Reading, 'pages'>

/** All of the people who these owners are, on whichever device. */
export async function readPeople(asking: Asking, owners: readonly string[]): Promise<Evidence> {
  const { journey } = asking.asked
  const ofOwners = await readLinks(asking, isOneOf(owners))
  const users = [...owners.filter(isUser), ...ofOwners.map((row) => `u:${textIn(row, 'user')}`)]
  const devices = await readDevices(asking, users)
  const all = [...owners, ...users, ...devices]
  const found = await readFound(asking, isOneOf(all))
  return toWholeEvidence(found, { journey, shared: await readShared(asking, found.groups) })
}

/** Devices that belong to these users, and others that they have signed in on. */
async function readDevices(asking: Asking, users: readonly string[]): Promise<string[]> {
  if (users.length === 0) return []
  const { place, asked } = asking
  const signedIn = `SELECT slot, owner FROM ${tableName(place, 'facts')}
    WHERE write_key = ${literal(asked.writeKey)} AND kind = 'link' AND journey = ''
      AND tie IN ${literals(users.map((user) => user.slice(2)))}`
  const rows = await readLinks(asking, `AND (slot, owner) GLOBAL IN (${signedIn})`)
  const known = new Set(users)
  return rows
    .filter((row) => known.has(`u:${textIn(row, 'user')}`))
    .map((row) => textIn(row, 'owner'))
}

function readLinks({ client, place, asked }: Asking, where: string): Promise<Row[]> {
  const { writeKey, bots } = asked
  return client.rows(linksOf(place, { writeKey, bots, where }), READ)
}

async function readShared(
  { client, place, asked: { writeKey, bots } }: Asking,
  groups: readonly Row[],
): Promise<ReadonlyMap<string, Trait[]>> {
  const owners = groups.map((row) => `g:${textIn(row, 'tie')}`)
  const where = isOneOf(owners)
  const rows = await client.rows(counting(place, { writeKey, bots, kind: 'trait', where }), READ)
  return traitsByOwner(rows)
}

function isOneOf(owners: readonly string[]): string {
  const some = [...new Set(owners)]
  return some.length === 0 ? 'AND 0' : `AND ${inSlotsOf(some)} AND owner IN ${literals(some)}`
}

function isUser(owner: string): boolean {
  return owner.startsWith('u:')
}
