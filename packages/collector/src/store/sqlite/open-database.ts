import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf, StoreError } from '../../errors.ts'
import { TABLES } from './tables.ts'

/** Another process (a backup, a second collector) may hold the lock for a moment. */
const LOCK_WAIT_MS = 5_000

/**
 * Opens or makes the file, and its folder. `:memory:` keeps nothing. A commit has reached the disk
 * when it returns (`synchronous = FULL`): what was answered "accepted" survives a loss of power.
 * @throws {StoreError} If the file cannot be written or is not one of ours.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(file)
    database.exec(`
      PRAGMA busy_timeout = ${LOCK_WAIT_MS};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      ${TABLES}
      BEGIN IMMEDIATE; COMMIT;`)
    return database
  } catch (error) {
    throw new StoreError(
      `The events' file ${file} cannot be written (${reasonOf(error)}). ` +
        'Make the file and its folder writable for this user, or name another file.',
      { cause: error },
    )
  }
}
