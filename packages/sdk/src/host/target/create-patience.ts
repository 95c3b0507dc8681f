import type { MissingReason, Target } from '@firstwin/schema'
import { isTabHidden } from '../is-tab-hidden.ts'
import { listen } from '../listen.ts'
import { whyMissing } from './why-missing.ts'

/** How long a step may wait for its target, in front of the user, before that is reported. */
const WAIT_MS = 10_000

export interface Patience {
  /** Waits for the target of this step: anew if it is another step, no longer if there is no target. */
  waitFor: (target: Target | undefined, step: string) => void
}

export type OnMissing = (step: string, reason: MissingReason, waitedMs: number) => void

/**
 * Calls `onMissing` once for each wait that was too long, with what it was in vain for, by the clock
 * that nobody sets. While the tab is hidden nobody waits: that time does not count.
 */
export function createPatience(onMissing: OnMissing): Patience {
  let awaited: string | undefined
  let end = new AbortController()

  return {
    waitFor(target, step) {
      const key = target && step
      if (key === awaited) return
      awaited = key
      end.abort()
      end = new AbortController()
      if (!target) return
      const say = (waitedMs: number): void => onMissing(step, whyMissing(target), waitedMs)
      count(say, end.signal)
    },
  }
}

function count(onEnd: (waitedMs: number) => void, lifetime: AbortSignal): void {
  let isHidden = isTabHidden()
  let waitedMs = 0
  let from = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  function add(): void {
    const now = performance.now()
    if (!isHidden) waitedMs += now - from
    from = now
    isHidden = isTabHidden()
    clearTimeout(timer)
    if (!isHidden) timer = setTimeout(finish, WAIT_MS - waitedMs)
  }

  function finish(): void {
    add()
    clearTimeout(timer)
    if (!lifetime.aborted) onEnd(Math.round(waitedMs))
  }

  add()
  listen('visibilitychange', add, lifetime)
  lifetime.addEventListener('abort', () => clearTimeout(timer))
}
