import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { codeOf } from '../errors.ts'

/**
 * Holds `file` for this process, until the function that it returns is called. `undefined` if
 * another one holds it.
 *
 * An empty SQLite database is the lock, because its locks are the system's: they end with the
 * process, however it ends, and need no process ids, which mean nothing across containers.
 */
export function holdLock(file: string): (() => void) | undefined {
  makeForOwner(file)
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    return () => database.close()
  } catch {
    database.close()
    return undefined
  }
}

/**
 * SQLite would make it readable for all. One that is there is not opened: as it is closed again, the
 * system would end the locks on it that other clients of this process hold.
 */
function makeForOwner(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
