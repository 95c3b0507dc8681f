import type { DatabaseSync } from 'node:sqlite'

/**
 * Brings everything into the file itself and empties the log beside it, which holds older pages.
 * Says if it could: not while another process (a backup) reads them.
 */
export function truncateWal(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
}
