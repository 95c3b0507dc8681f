import type { WinsAsked } from '../../results/ask.ts'
import { latestWins } from '../../results/latest-wins.ts'
import { toPeople } from '../../results/person.ts'
import type { Evidence } from '../event-store.ts'
import type { Client } from './client.ts'
import { literal, literals } from './literal.ts'
import { TIME_OF_EARLIEST } from './rank.ts'
import { readEvidence, READ } from './read-evidence.ts'
import { readPeople } from './read-people.ts'
import { numberIn, textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'

/** So many times more are looked at than are asked for, and so many times more again where that was not enough. */
const MORE = 4

/** See `EvidencePages.winners`. */
export async function readWinners(
  client: Client,
  place: Place,
  { writeKey, journey, bots = false, limit, ids }: WinsAsked,
): Promise<Evidence> {
  const asked = { writeKey, journey, bots }
  const reading = { client, place, asked, names: undefined }
  if (ids) return readPeople(reading, await findOwners(client, place, { ...asked, ids }))
  if (limit === undefined) return readEvidence(client, place, asked)
  for (let most = limit * MORE; ; most *= MORE) {
    const latest = await findLatest(client, place, { ...asked, most })
    const evidence = await readPeople(
      reading,
      latest.map(({ owner }) => owner),
    )
    // Whoever is not among them has no win after the last of these, on whichever device.
    const last = latest.at(-1)?.at ?? 0
    const sure = latestWins(toPeople(evidence)).filter(({ at }) => at > last)
    if (latest.length < most || sure.length >= limit) return evidence
  }
}

interface Of {
  readonly writeKey: string
  readonly journey: string
  readonly bots: boolean
}

/** Who reported these events. */
async function findOwners(
  client: Client,
  place: Place,
  { ids, ...asked }: Of & { ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await client.rows(
    `SELECT DISTINCT owner ${winsOf(place, asked)} AND tie IN ${literals(ids)}`,
    READ,
  )
  return rows.map((row) => textIn(row, 'owner'))
}

/** Who had the latest wins, and when: of each win of an owner the first time. */
async function findLatest(
  client: Client,
  place: Place,
  { most, ...asked }: Of & { most: number },
): Promise<{ owner: string; at: number }[]> {
  const rows = await client.rows(
    `SELECT owner, min(${TIME_OF_EARLIEST}) AS at ${winsOf(place, asked)}
     GROUP BY owner, name ORDER BY at DESC, owner LIMIT ${most}`,
    READ,
  )
  return rows.map((row) => ({ owner: textIn(row, 'owner'), at: numberIn(row, 'at') }))
}

function winsOf(place: Place, { writeKey, journey, bots }: Of): string {
  return `FROM ${tableName(place, 'facts')} WHERE write_key = ${literal(writeKey)}
    AND kind = 'milestone' AND journey = ${literal(journey)} ${bots ? '' : 'AND bot = 0'}
    AND name LIKE '["win",%'`
}
