import { MOST_JOURNEYS, MOST_PARTS } from '../progress-bounds.ts'
import type { Client } from './client.ts'
import { literal, literals } from './literal.ts'
import type { Owners } from './look-up.ts'
import { rankAfter } from './rank.ts'
import { READ } from './read-evidence.ts'
import { textIn, type Row } from './row.ts'
import { tableName, type Place } from './schema.ts'
import type { Fact } from './to-facts.ts'

/**
 * What empties the parts that these users have too many of: `progress-bounds.ts`. Rows cannot be
 * deleted one by one; one with nothing in it takes the place of the part, and goes with retention. A
 * device that writes again later has its part again.
 */
export async function boundProgress(
  client: Client,
  place: Place,
  owners: Owners,
): Promise<readonly Fact[]> {
  const excess: Fact[] = []
  for (const [writeKey, users] of owners) {
    for (const rows of (await partsOf(client, place, { writeKey, users })).values()) {
      excess.push(...excessOf(rows).map((row) => emptied(writeKey, row)))
    }
  }
  return excess
}

/** Parts that are not empty by their user, the latest first. Ranks as texts: numbers are too small. */
async function partsOf(
  client: Client,
  place: Place,
  { writeKey, users }: { writeKey: string; users: ReadonlySet<string> },
): Promise<Map<string, Row[]>> {
  const rows = await client.rows(
    `SELECT owner, journey, name, toString(rank) AS last FROM
       (SELECT owner, journey, name, rank, value FROM ${tableName(place, 'facts')}
        WHERE write_key = ${literal(writeKey)} AND kind = 'progress' AND slot = 0
          AND owner IN ${literals(users)}
        ORDER BY owner, journey, name, rank DESC LIMIT 1 BY owner, journey, name)
     WHERE value != '' ORDER BY owner, rank DESC, journey, name`,
    READ,
  )
  const byOwner = new Map<string, Row[]>()
  for (const row of rows) {
    const own = byOwner.get(textIn(row, 'owner'))
    if (own) own.push(row)
    else byOwner.set(textIn(row, 'owner'), [row])
  }
  return byOwner
}

function excessOf(rows: readonly Row[]): Row[] {
  const byJourney = new Map<string, number>()
  return rows.filter((row) => {
    const journey = textIn(row, 'journey')
    const before = byJourney.get(journey)
    if (before === undefined && byJourney.size === MOST_JOURNEYS) return true
    byJourney.set(journey, (before ?? 0) + 1)
    return (before ?? 0) >= MOST_PARTS
  })
}

function emptied(writeKey: string, row: Row): Fact {
  const [owner, journey, name] = ['owner', 'journey', 'name'].map((column) => textIn(row, column))
  return {
    write_key: writeKey,
    kind: 'progress',
    journey: journey ?? '',
    owner: owner ?? '',
    name: name ?? '',
    bot: 0,
    tie: '',
    rank: rankAfter(textIn(row, 'last')),
    value: '',
  }
}
