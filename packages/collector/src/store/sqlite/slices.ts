import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { numberIn } from './row.ts'

/** Rows of `events` from one place to another, both included. Rows are numbered as they arrive. */
export interface Slice {
  readonly from: number
  readonly to: number
}

/** So many rows are read in a few milliseconds, and even where all go, deleted in a few tens. */
const ROWS = 2_000

/**
 * All events, in slices, the earliest first. There is no index by person or time: it would cost
 * every insert, and is asked for only when somebody is exported or erased. Between two slices
 * requests are answered.
 *
 * @yields The bounds of one.
 */
export async function* slicesOf(database: DatabaseSync): AsyncGenerator<Slice> {
  const bounds = database.prepare('SELECT min(rowid) AS low, max(rowid) AS high FROM events').get()
  const low = numberIn(bounds ?? {}, 'low')
  const high = numberIn(bounds ?? {}, 'high')
  for (let from = low; from <= high; from += ROWS) {
    yield { from, to: from + ROWS - 1 }
    await setImmediate()
  }
}
