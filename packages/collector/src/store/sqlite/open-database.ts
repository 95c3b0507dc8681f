import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf, StoreError } from '../../errors.ts'
import { adviceFor } from './in-transaction.ts'
import { migrate } from './migrate.ts'

/** Another process (a backup, a second collector) may hold the lock for a moment. */
const LOCK_WAIT_MS = 1_000
/** Pages that are kept in memory, in KiB. SQLite's own 2 MB are less than a busy minute writes. */
const CACHE_KIB = 64 * 1024

/**
 * Opens or makes the file, and its folder. `:memory:` keeps nothing. A commit has reached the disk
 * when it returns (`synchronous = FULL`): what was answered "accepted" survives a loss of power.
 * What is deleted is overwritten (`secure_delete`).
 * @throws {StoreError} If the file cannot be written or is not one of ours.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') makeFile(file)
    return openFile(file)
  } catch (error) {
    throw new StoreError(problemOf(file, error), { cause: error })
  }
}

function problemOf(file: string, error: unknown): string {
  if (error instanceof StoreError) {
    return `The events' file ${file} is left as it is: ${error.message}`
  }
  const advice =
    adviceFor(error) ?? 'Make the file and its folder writable for this user, or name another file.'
  return `The events' file ${file} cannot be written (${reasonOf(error)}). ${advice}`
}

function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    // First the form: the file of another program is to stay as it is.
    database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}; PRAGMA secure_delete = ON`)
    migrate(database)
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -${CACHE_KIB};
      BEGIN IMMEDIATE; COMMIT;`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** What people did is for this user's eyes only. SQLite's other files follow the mode of this one. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}
