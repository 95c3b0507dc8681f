import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors.ts'
import type { CommitQueue } from './commit-queue.ts'
import { createLine } from './line.ts'
import { truncateWal } from './truncate-wal.ts'
import { vacuum } from './vacuum.ts'

const STILL_READ =
  'Erased, but older pages are still in the log beside the file: another process (a backup) is ' +
  'reading them. Ask again when it is done.'

export interface MaintenanceOptions {
  readonly database: DatabaseSync
  readonly file: string
  readonly queue: CommitQueue
}

/** What takes long and is done one after the other: erasing, and writing the file anew. */
export interface Maintenance {
  run: <Result>(work: () => Promise<Result>) => Promise<Result>
  /**
   * Writes the file anew after all that is in the line now: several who ask meanwhile share one.
   * What comes in meanwhile waits, until its sender gives up and comes again.
   */
  rewrite: () => Promise<void>
}

export function createMaintenance({ database, file, queue }: MaintenanceOptions): Maintenance {
  const line = createLine()
  let next: Promise<void> | undefined

  async function rewriteNow(): Promise<void> {
    next = undefined
    if (file === ':memory:') return
    const written = vacuum(file)
    queue.hold(written)
    await written
    if (!truncateWal(database)) throw new StoreError(STILL_READ)
  }

  return {
    run: line.run,
    rewrite: () => (next ??= line.run(rewriteNow)),
  }
}
