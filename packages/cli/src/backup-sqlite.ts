import { closeSync, openSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { reasonOf, UsageError } from './errors.ts'

/**
 * Writes what is committed now into a new file, for its owner only. Whoever writes to the store goes
 * on meanwhile. The copy has no free pages, so nothing that was erased is in it.
 *
 * @throws {UsageError} If it cannot be written. Then there is no file.
 */
export async function backupSqlite(from: string, to: string): Promise<void> {
  try {
    closeSync(openSync(to, 'wx', 0o600))
    const database = new DatabaseSync(from, { readOnly: true })
    try {
      database.prepare('VACUUM INTO ?').run(to)
    } finally {
      database.close()
    }
  } catch (error) {
    rmSync(to, { force: true })
    throw new UsageError(`The backup could not be written (${reasonOf(error)}).`, { cause: error })
  }
}
