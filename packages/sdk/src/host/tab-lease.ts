import type { TextStorage } from './storage.ts'

export interface TabLease {
  /** Runs it unless another tab is in its own; resolves after that, or at once. */
  readonly run: (one: () => Promise<void>) => Promise<void>
  /** What runs goes on: to be called before each request. */
  readonly renew: () => void
}

interface LeaseOptions {
  /** Of this tab alone. */
  owner: string
  /** Milliseconds since 1970. */
  now: () => number
}

/** Longer than one request takes. */
const LEASE_MS = 15_000

/**
 * In place of a lock, where the browser has none: a tab says in `storage` that it is at work, and
 * until when at most. Two that look in the same moment both run, and so does the next one where a
 * computer has slept in the middle of a request; neither ends the lease of the other.
 */
export function createTabLease(
  name: string,
  storage: TextStorage,
  { owner, now }: LeaseOptions,
): TabLease {
  let isRunning = false

  const isOurs = (): boolean => storage.get(name)?.endsWith(` ${owner}`) === true

  function isTaken(): boolean {
    const leftMs = Number.parseFloat(storage.get(name) ?? '') - now()
    // A clock that was set back must not lock everybody out.
    return leftMs > 0 && leftMs <= LEASE_MS && !isOurs()
  }

  const take = (): void => storage.set(name, `${now() + LEASE_MS} ${owner}`)

  return {
    renew() {
      if (isRunning && !isTaken()) take()
    },
    async run(one) {
      if (isRunning || isTaken()) return
      isRunning = true
      take()
      try {
        await one()
      } finally {
        isRunning = false
        if (isOurs()) storage.remove(name)
      }
    },
  }
}
