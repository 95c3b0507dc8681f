import { createHmac, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors.ts'

/** Those who were erased. All within the caller's transaction. */
export interface Tombstones {
  add: (writeKey: string, actor: string) => void
  /** The question whether somebody was erased. Costs nothing while nobody was. */
  lookUp: () => (writeKey: string, actor: string) => boolean
}

const KEY_BYTES = 32

/**
 * Keeps a hash of each one, with a key that belongs to this file: nobody can read from it who it
 * was, and nobody without the file can try names out.
 */
export function createTombstones(database: DatabaseSync): Tombstones {
  const key = keyOf(database)
  const insert = database.prepare('INSERT OR IGNORE INTO tombstones (digest) VALUES (?)')
  const find = database.prepare('SELECT 1 FROM tombstones WHERE digest = ?')
  const any = database.prepare('SELECT 1 FROM tombstones LIMIT 1')
  const digest = (writeKey: string, actor: string): Uint8Array =>
    createHmac('sha256', key)
      .update(JSON.stringify([writeKey, actor]))
      .digest()

  return {
    add: (writeKey, actor) => void insert.run(digest(writeKey, actor)),
    lookUp: () =>
      any.get() === undefined
        ? () => false
        : (writeKey, actor) => find.get(digest(writeKey, actor)) !== undefined,
  }
}

function keyOf(database: DatabaseSync): Uint8Array {
  database
    .prepare("INSERT OR IGNORE INTO secrets (name, value) VALUES ('tombstones', ?)")
    .run(randomBytes(KEY_BYTES))
  const found = database.prepare("SELECT value FROM secrets WHERE name = 'tombstones'").get()
  const value = found?.['value']
  if (value instanceof Uint8Array) return value
  throw new StoreError('The key of the tombstones is missing from the file.')
}
