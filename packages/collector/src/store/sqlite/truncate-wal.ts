import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors.ts'

/**
 * Brings everything into the file itself and empties the log beside it, which holds older pages.
 *
 * @throws {StoreError} If somebody is still reading older pages.
 */
export function truncateWal(database: DatabaseSync): void {
  const result = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  if (result?.['busy'] === 0) return
  throw new StoreError(
    'Erased, but older pages are still in the log beside the file: another process (a backup) is ' +
      'reading them. Ask again when it is done.',
  )
}
