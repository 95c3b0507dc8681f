import { MINUTE_MS, retryDelayMs } from './retry-delay.ts'
import type { TextStore } from './text-store.ts'

export interface FailuresOptions {
  storage: TextStore
  /** Milliseconds since 1970. */
  now: () => number
  /** 0…1. */
  random: () => number
  /** Whether the device believes to be connected. */
  isOnline: () => boolean
}

/** What went wrong in a row, and what follows. */
export interface Failures {
  readonly isFailing: () => boolean
  /** Nobody has answered for long, although the device is online: as where requests are blocked. */
  readonly isBlocked: () => boolean
  /** @returns How long to wait before the next try, in milliseconds. */
  readonly add: (isSilent: boolean | undefined) => number
  readonly end: () => void
}

const BLOCKED_KEY = 'fw:blocked'
const HOUR_MS = 3_600_000
/** So many tries of one page without any answer, while online, may mean that requests are blocked. */
const MOST_SILENT = 5
/** They do if nobody has answered for so long since then: an endpoint that restarts is back by then. */
const BLOCKED_AFTER_MS = 600_000
/** As many failures as make the next delay an hour: a page that knows of the blocking tries once. */
const MANY = 14

/** Counts what failed. Since when nobody has answered is kept on the device, for the next pages. */
export function createFailures(options: FailuresOptions): Failures {
  const { storage, now, random, isOnline } = options
  const isBlocked = (): boolean =>
    now() - BLOCKED_AFTER_MS >= Number(storage.get(BLOCKED_KEY) ?? NaN)
  let all = isBlocked() ? MANY : 0
  let silent = all

  /** There was an answer. */
  function hear(): void {
    storage.remove(BLOCKED_KEY)
    silent = 0
  }

  return {
    isFailing: () => all > 0,
    isBlocked,
    add(isSilent) {
      all += 1
      if (!isSilent) hear()
      else if (isOnline()) silent += 1
      if (silent === MOST_SILENT && !storage.get(BLOCKED_KEY)) storage.set(BLOCKED_KEY, `${now()}`)
      return retryDelayMs(all, isBlocked() ? HOUR_MS : MINUTE_MS, random())
    },
    end() {
      all = 0
      hear()
    },
  }
}
