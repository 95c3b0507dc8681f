import { createHmac, randomBytes } from 'node:crypto'
import type { Client } from './client.ts'
import { literal } from './literal.ts'
import { textIn } from './row.ts'
import { onCluster, quoted, type Place } from './schema.ts'
import { wellFormed } from './well-formed.ts'

/** Who was erased, as it is kept: nobody can read from it who it was. */
export type ToDigest = (writeKey: string, actor: string) => string

export function createToDigest(salt: string): ToDigest {
  return (writeKey, actor) =>
    createHmac('sha256', salt)
      .update(JSON.stringify([writeKey, wellFormed(actor)]))
      .digest('hex')
}

/**
 * The secret stands in the definition of a table without rows: "create if it does not exist" is the one
 * thing that several collectors may do at once and of which only the first counts.
 */
export function createSalt(place: Place): string {
  const salt = randomBytes(32).toString('hex')
  return `CREATE TABLE IF NOT EXISTS ${quoted(place.database)}.salt${onCluster(place)}
    (value String DEFAULT ${literal(salt)}) ENGINE = Log`
}

export async function readSalt(client: Client, { database }: Place): Promise<string> {
  const rows = await client.rows(
    `SELECT default_expression AS value FROM system.columns
     WHERE database = ${literal(database)} AND table = 'salt' AND name = 'value'`,
  )
  return textIn(rows[0] ?? {}, 'value')
}
