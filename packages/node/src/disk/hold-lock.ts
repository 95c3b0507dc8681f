import { DatabaseSync } from 'node:sqlite'

/**
 * Holds `file` for this process, until the function that it returns is called. `undefined` if
 * another one holds it.
 *
 * An empty SQLite database is the lock, because its locks are the system's: they end with the
 * process, however it ends, and need no process ids, which mean nothing across containers.
 */
export function holdLock(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    return () => database.close()
  } catch {
    database.close()
    return undefined
  }
}
