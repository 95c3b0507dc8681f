import type { TextStorage } from './storage.ts'

/** Longer than one request takes. */
const LEASE_MS = 15_000

/**
 * In place of a lock, where the browser has none: a tab says in `storage` that it is at work, and
 * until when at most. Two that look in the same moment both run.
 */
export async function withTabLease(
  name: string,
  run: () => Promise<void>,
  storage: TextStorage,
): Promise<void> {
  const leftMs = Number(storage.get(name)) - Date.now()
  // A clock that was set back must not lock everybody out.
  if (leftMs > 0 && leftMs <= LEASE_MS) return
  storage.set(name, String(Date.now() + LEASE_MS))
  await run()
  storage.remove(name)
}
