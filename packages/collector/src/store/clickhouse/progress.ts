import type { JsonObject } from '@firstwin/schema'
import type { KeptProgress, ProgressPart } from '../event-store.ts'
import { MOST_PARTS } from '../progress-bounds.ts'
import { boundProgress } from './bound-progress.ts'
import type { Client } from './client.ts'
import type { InsertRows } from './insert-rows.ts'
import { literal } from './literal.ts'
import { lookUpErased, pairOf, type Erasing } from './look-up.ts'
import { rankOfLatest, TIME_OF_LATEST } from './rank.ts'
import { READ } from './read-evidence.ts'
import { numberIn, textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { factRows, toHeard, type Fact } from './to-facts.ts'

/** Writes parts of several people. Those who have been erased are left out. */
export async function writeProgress(
  erasing: Erasing & { readonly insert: InsertRows },
  parts: readonly KeptProgress[],
): Promise<void[]> {
  const owners = new Map<string, Set<string>>()
  for (const { writeKey, userId } of parts) {
    owners.set(writeKey, (owners.get(writeKey) ?? new Set()).add(`u:${userId}`))
  }
  const erased = await lookUpErased(erasing, owners)
  const kept = parts.filter(({ writeKey, userId }) => !erased.has(pairOf(writeKey, `u:${userId}`)))
  await erasing.insert(factRows(kept.flatMap(toFacts)))
  const excess = await boundProgress(erasing.client, erasing.place, owners)
  await erasing.insert(factRows(excess))
  return parts.map(() => undefined)
}

function toFacts({ writeKey, userId, journey, device, at, part }: KeptProgress): Fact[] {
  const owner = `u:${userId}`
  const value = JSON.stringify(part)
  const rank = rankOfLatest(at, value)
  const base = { write_key: writeKey, bot: 0, tie: '' } as const
  return [
    { ...base, kind: 'progress', journey, owner, name: device, rank, value },
    toHeard(writeKey, owner, at),
  ]
}

export async function readProgress(
  client: Client,
  place: Place,
  { writeKey, journey, userId }: Pick<KeptProgress, 'writeKey' | 'journey' | 'userId'>,
): Promise<ProgressPart[]> {
  const rows = await client.rows(
    `SELECT name, argMax(value, rank) AS part, max(${TIME_OF_LATEST}) AS at
     FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(writeKey)} AND kind = 'progress'
       AND journey = ${literal(journey)} AND slot = 0 AND owner = ${literal(`u:${userId}`)}
     GROUP BY name HAVING part != '' ORDER BY at DESC, name LIMIT ${MOST_PARTS + 1}`,
    READ,
  )
  return rows.flatMap((row) => {
    const part: unknown = JSON.parse(textIn(row, 'part'))
    const device = textIn(row, 'name')
    return isObject(part) ? [{ device, at: numberIn(row, 'at'), part }] : []
  })
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
