import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { toStoreError } from './in-transaction.ts'
import type { VacuumOrder } from './vacuum-worker.ts'

const LOCK_WAIT_MS = 10_000

/**
 * Writes the file anew, or into another one, from what is in it and nothing else. Deleted rows are
 * overwritten with zeros at once, but where SQLite has moved rows between pages, their old places
 * may still hold some. In a thread of its own: it takes seconds for each gigabyte.
 */
export function vacuum(file: string, into?: string): Promise<void> {
  const order: VacuumOrder = { file, into, lockWaitMs: LOCK_WAIT_MS }
  // Beside this file, as a source or as it was built.
  const url = new URL(`vacuum-worker${extname(import.meta.url)}`, import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: order })
    worker.once('error', (error) => reject(toStoreError(error)))
    worker.once('exit', () => resolve())
  })
}
