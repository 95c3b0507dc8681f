import type { MissingReason, Target } from '@firstwin/schema'
import { isTabHidden } from './is-tab-hidden.ts'
import { listen } from './listen.ts'
import { whyMissing } from './why-missing.ts'

/** How long a step may wait for its target, in front of the user, before that is reported. */
const WAIT_MS = 10_000

export interface Wait {
  target: Target
  /** When it began, by `performance.now`, which no change of the clock moves. */
  since: number
  onMissing: (reason: MissingReason, waitedMs: number) => void
}

/**
 * Calls `onMissing` once when a wait has been too long. While the tab is hidden nobody waits: that
 * time does not count.
 */
export function reportMissing({ target, since, onMissing }: Wait, lifetime: AbortSignal): void {
  if (lifetime.aborted) return
  let isHidden = isTabHidden()
  let waitedMs = 0
  let from = since
  let timer: ReturnType<typeof setTimeout> | undefined

  function count(): void {
    const now = performance.now()
    if (!isHidden) waitedMs += now - from
    from = now
    isHidden = isTabHidden()
    clearTimeout(timer)
    if (!isHidden) timer = setTimeout(end, WAIT_MS - waitedMs)
  }

  function end(): void {
    count()
    clearTimeout(timer)
    if (!lifetime.aborted) onMissing(whyMissing(target), Math.round(waitedMs))
  }

  count()
  listen('visibilitychange', count, lifetime)
  lifetime.addEventListener('abort', () => clearTimeout(timer))
}
