import type { DropReason } from '@firstwin/schema'
import type { TextStore } from './text-store.ts'

/** How many were lost, by reason. */
export type DropCounts = Readonly<Record<string, number>>

export const DROPPED_PREFIX = 'fw:dropped:'

/** Counts what is lost until it has been told: one key for each reason. */
export function addDrops(storage: TextStore, reason: string, by: number): void {
  const key = DROPPED_PREFIX + reason
  const sum = Number(storage.get(key) ?? 0) + by
  if (sum > 0) storage.set(key, String(sum))
  else storage.remove(key)
}

/** What is lost and not told yet. */
export function createDropCounts(storage: TextStore) {
  const add = (reason: DropReason, by: number): void => addDrops(storage, reason, by)

  return {
    add,
    read: (): DropCounts =>
      Object.fromEntries(
        storage
          .keys(DROPPED_PREFIX)
          .map((key) => [key.slice(DROPPED_PREFIX.length), Number(storage.get(key) ?? 0)]),
      ),
    /** Takes off what has been told: more may have been lost meanwhile. */
    settle(told: DropCounts): void {
      for (const [reason, count] of Object.entries(told)) addDrops(storage, reason, -count)
    },
  }
}
