import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

/** What `vacuum` hands to this thread. `into`, where it is given, is a new file. */
export interface VacuumOrder {
  readonly file: string
  readonly into: string | undefined
  readonly lockWaitMs: number
}

function isOrder(value: unknown): value is VacuumOrder {
  return typeof value === 'object' && value !== null && 'file' in value && 'lockWaitMs' in value
}

if (isOrder(workerData)) {
  const { file, into, lockWaitMs } = workerData
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA busy_timeout = ${lockWaitMs}; PRAGMA synchronous = FULL`)
  if (into === undefined) database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  else database.prepare('VACUUM INTO ?').run(into)
  database.close()
}
