import { StoreError } from '../../errors.ts'
import type { Client } from './client.ts'
import { numberIn } from './row.ts'
import { createSalt } from './salt.ts'
import { createTables, engine, onCluster, quoted, type Place } from './schema.ts'

/**
 * What brings a database from one version to the next. Each statement may be run again, and by
 * several collectors at once: with that, nobody needs a lock that somebody who died would keep.
 */
const MIGRATIONS: readonly ((place: Place) => readonly string[])[] = [
  (place) => [...createTables(place), createSalt(place)],
]

/** Servers that are down hold up a statement on the cluster for so long. */
const DDL_TIMEOUT_S = 60

/**
 * Brings the database up to date. Does nothing where it is, so that a collector starts while a
 * server of the cluster is down.
 *
 * @throws {StoreError} If the database is of a newer Firstwin, or cannot be changed.
 */
export async function migrate(client: Client, place: Place): Promise<void> {
  const version = await versionOf(client, place)
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      `The database ${place.database} was written by a newer Firstwin (its version is ${version}, ` +
        `this program knows ${MIGRATIONS.length}). Take that one.`,
    )
  }
  if (version === MIGRATIONS.length) return
  const run = (sql: string) =>
    client.insist({ sql, settings: { distributed_ddl_task_timeout: DDL_TIMEOUT_S } })
  await run(`CREATE DATABASE IF NOT EXISTS ${quoted(place.database)}${onCluster(place)}`)
  await run(createVersions(place))
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue
    for (const statement of statements(place)) await run(statement)
    await client.insist({
      sql: `INSERT INTO ${versions(place)} (version, rank) FORMAT JSONEachRow`,
      body: JSON.stringify({ version: index + 1, rank: 1 }),
    })
  }
}

/** 0 where there is nothing yet. */
async function versionOf(client: Client, place: Place): Promise<number> {
  const there = await client.rows(
    `SELECT count() AS n FROM system.tables
     WHERE database = '${place.database}' AND name = 'migrations'`,
  )
  if (numberIn(there[0] ?? {}, 'n') === 0) return 0
  const rows = await client.rows(`SELECT max(version) AS version FROM ${versions(place)}`)
  return numberIn(rows[0] ?? {}, 'version')
}

/** Each server of the cluster has all of it. */
function createVersions(place: Place): string {
  return `CREATE TABLE IF NOT EXISTS ${versions(place)}${onCluster(place)}
    (version UInt32, rank UInt64)
    ENGINE = ${engine(place, { name: 'migrations', rank: 'rank', everywhere: true })}
    ORDER BY version`
}

function versions({ database }: Place): string {
  return `${quoted(database)}.migrations`
}
