import { createSqliteStore } from '../src/store/sqlite/sqlite-store.ts'
import type { EventStore } from '../src/store/event-store.ts'

/** A store that writes nothing, and says why. */
export function brokenStore(reason: string): EventStore {
  const fail = () => Promise.reject(new Error(reason))
  return { ...createSqliteStore(':memory:'), append: fail, evidence: fail, check: fail }
}
