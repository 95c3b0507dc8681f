import type { TextStore } from './text-store.ts'

/**
 * Why an event was lost: too many waited, it waited for too long, it is too big, the endpoint refused
 * it, or it is not readable as JSON.
 */
export type DropReason = 'cap' | 'age' | 'size' | 'refused' | 'invalid'

/** How many were lost, by reason. */
export type DropCounts = Readonly<Record<string, number>>

/** Counts what is lost until it has been told: one key for each reason, under `prefix`. */
export function createDropCounts(storage: TextStore, prefix: string) {
  const read = (key: string): number => Number(storage.get(key) ?? 0)

  function add(reason: string, by: number): void {
    const sum = read(prefix + reason) + by
    if (sum > 0) storage.set(prefix + reason, String(sum))
    else storage.remove(prefix + reason)
  }

  return {
    add,
    read: (): DropCounts =>
      Object.fromEntries(storage.keys(prefix).map((key) => [key.slice(prefix.length), read(key)])),
    /** Takes off what has been told: more may have been lost meanwhile. */
    settle(told: DropCounts): void {
      for (const [reason, count] of Object.entries(told)) add(reason, -count)
    },
  }
}
