import { MAX_WAIT_MS } from './server-wait.ts'
import type { TextStore } from './text-store.ts'

export interface Pause {
  readonly begin: (ms: number) => void
  /** In milliseconds: at most one hour. */
  readonly leftMs: () => number
}

/** Until when the server wants nothing. */
const PAUSE_KEY = 'fw:wait'

/** The pause that the server asked for: in storage, so that reloads and other tabs keep to it. */
export function createPause(storage: TextStore, now: () => number): Pause {
  return {
    begin: (ms) => storage.set(PAUSE_KEY, String(now() + Math.min(ms, MAX_WAIT_MS))),
    leftMs() {
      const ms = Number(storage.get(PAUSE_KEY)) - now()
      // More than any was written with: the clock was set back.
      if (ms > 0 && ms <= MAX_WAIT_MS) return ms
      // Where it stands, pages fetch more than they need without it.
      if (storage.get(PAUSE_KEY) !== undefined) storage.remove(PAUSE_KEY)
      return 0
    },
  }
}
