import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../../errors.ts'
import type { Client } from './client.ts'
import { literal } from './literal.ts'
import { numberIn } from './row.ts'
import { localName, onCluster, quoted, type Place, type Table } from './schema.ts'

/** Servers write whole files anew without what goes: that takes them seconds to minutes. */
const PATIENCE_MS = 10 * 60_000
const POLL_MS = 100

/** Resolves when no row of the table is found by the condition any more, on any replica. */
export async function deleteRows(
  client: Client,
  place: Place,
  { table, where }: { table: Table; where: string },
): Promise<void> {
  await client.run({
    sql: `ALTER TABLE ${localName(place, table)}${onCluster(place)} DELETE WHERE ${where}`,
    settings: place.dialect.modern ? { mutations_sync: 2 } : {},
  })
  await untilDone(client, place)
}

/** Servers before version 20 cannot be told to wait. */
async function untilDone(client: Client, place: Place): Promise<void> {
  const { database, cluster } = place
  const mutations =
    cluster === undefined ? 'system.mutations' : `cluster(${quoted(cluster)}, system.mutations)`
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
