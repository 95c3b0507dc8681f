import { MAX_AGE_MS } from './bounds.ts'
import { QUEUE_PREFIX } from './keep-event.ts'
import type { TextStore } from './text-store.ts'
import { timeOfUuid7 } from './uuid7.ts'

/** Drops what has waited for too long, also what may not go: its user may never come back. */
export function forgetOld(storage: TextStore, now: number, drop: (key: string) => unknown): void {
  for (const key of storage.keys(QUEUE_PREFIX)) {
    if (timeOfUuid7(key.slice(QUEUE_PREFIX.length)) < now - MAX_AGE_MS) drop(key)
  }
}
