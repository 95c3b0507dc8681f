import type { DatabaseSync } from 'node:sqlite'
import { reasonOf, StoreError } from '../../errors.ts'

/** @throws {StoreError} If it could not be written. Then nothing of it is kept. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE')
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(database)
    throw toStoreError(error)
  }
}

/** What SQLite said, and what to do where that helps. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const advice = adviceFor(error)
  const message = [`The events' file failed: ${reasonOf(error)}.`, advice].join(' ').trimEnd()
  return new StoreError(message, { cause: error })
}

/** What to do, where that is known. */
export function adviceFor(error: unknown): string | undefined {
  return ADVICE.get(resultOf(error) ?? 0)
}

/** @see https://sqlite.org/rescode.html */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13

const ADVICE = new Map([
  [BUSY, 'Another process holds it: stop that, or wait until it is done.'],
  [CORRUPT, 'It is damaged: stop the collector, and put the last backup in its place.'],
  [FULL, 'Make room on its disk.'],
])

const OF_THE_STORE = new Set([BUSY, 6, READONLY, IOERR, CORRUPT, FULL, 14, 26])

/** Whether everything else would fail now, too: a full disk does, a value that is none does not. */
export function isOfStore({ cause }: StoreError): boolean {
  return OF_THE_STORE.has(resultOf(cause) ?? 0)
}

/** The primary result code: extended ones have it in their lowest byte. */
function resultOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode % 256 : undefined
}

/** SQLite has ended the transaction by itself after some errors (a full disk), which is as good. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    return
  }
}
