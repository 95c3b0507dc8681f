import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../../errors.ts'
import type { Client } from './client.ts'
import type { InsertRows } from './insert-rows.ts'
import { literal } from './literal.ts'
import { markersIn } from './marker.ts'
import { numberIn } from './row.ts'
import { localName, onCluster, quoted, type Place, type Table } from './schema.ts'

/** Servers write whole files anew without what goes: that takes them seconds to minutes. */
const PATIENCE_MS = 10 * 60_000
const POLL_MS = 100

export interface Deleting {
  readonly client: Client
  readonly place: Place
  readonly insert: InsertRows
}

/** Resolves when no row of the table is found by the condition any more, on any replica. */
export async function deleteRows(
  { client, place, insert }: Deleting,
  { table, where }: { table: Table; where: string },
): Promise<void> {
  const sql = `ALTER TABLE ${localName(place, table)}${onCluster(place)} DELETE WHERE ${where}`
  await client.insist({ sql })
  if (!place.dialect.modern) await insert(await markersIn(client, place, table))
  await untilDone(client, place)
}

/** Asked again and again: one question must not take as long as this may. */
async function untilDone(client: Client, place: Place): Promise<void> {
  const { database, cluster, dialect } = place
  const everywhere = dialect.modern ? 'clusterAllReplicas' : 'cluster'
  const mutations =
    cluster === undefined
      ? 'system.mutations'
      : `${everywhere}(${quoted(cluster)}, system.mutations)`
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    const [row = {}] = await client.rows(
      `SELECT count() AS n FROM ${mutations} WHERE database = ${literal(database)} AND is_done = 0`,
    )
    if (numberIn(row, 'n') === 0) return
    await sleep(POLL_MS)
  }
  throw new StoreError('ClickHouse has not finished deleting. It goes on; ask again later.')
}
