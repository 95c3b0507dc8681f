import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createSqliteStore, openClickHouseStore, type EventStore } from '@firstwin/collector'
import { UsageError } from './errors.ts'
import { pathOf } from './read-file.ts'
import type { Input } from './read-input.ts'
import { warnOfExposure } from './warn-of-exposure.ts'
import type { World } from './world.ts'

const SQLITE = 'sqlite:'
const CLICKHOUSE = /^clickhouses?:\/\//

/** The folder for events and keys, as the reader wrote it. */
export function dataFolder(input: Input): string {
  return input.one('data') ?? 'firstwin-data'
}

/**
 * Opens the store that `--store` names, or the embedded one of the data folder.
 *
 * @throws {UsageError} If that is none.
 * @throws {StoreError} If it cannot be opened.
 */
export async function openStore(input: Input, world: World): Promise<EventStore> {
  const url = input.one('store')
  const file = url !== undefined && isClickHouse(input) ? undefined : sqliteFile(input, world)
  const folders = [dataFolder(input), ...(file === undefined ? [] : [dirname(file)])]
  warnOfExposure(folders, input, world)
  return file === undefined ? openClickHouseStore(url ?? '') : createSqliteStore(file)
}

export function isClickHouse(input: Input): boolean {
  return CLICKHOUSE.test(input.one('store') ?? '')
}

/**
 * For commands that work on what is there: a store that would be made is a wrong folder.
 *
 * @throws {UsageError} If there is none.
 */
export async function openExistingStore(input: Input, world: World): Promise<EventStore> {
  if (!isClickHouse(input)) existingFile(input, world)
  return openStore(input, world)
}

/**
 * The file of the embedded store.
 *
 * @throws {UsageError} If there is none.
 */
export function existingFile(input: Input, world: World): string {
  const file = sqliteFile(input, world)
  if (existsSync(file)) return file
  throw new UsageError(`There is no store at ${file}. Name its folder with --data.`)
}

/** Where the embedded store is, or would be. */
function sqliteFile(input: Input, world: World): string {
  const url = input.one('store')
  if (url === undefined) return pathOf(join(dataFolder(input), 'events.sqlite'), world)
  if (!url.startsWith(SQLITE) || url === SQLITE) {
    // Not the value itself: it may hold a password.
    throw new UsageError(
      '--store: write sqlite:FILE, or clickhouse://USER:PASSWORD@HOST:8123/DATABASE.',
    )
  }
  return pathOf(url.slice(SQLITE.length), world)
}
