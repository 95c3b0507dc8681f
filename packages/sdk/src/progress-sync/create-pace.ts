export interface PaceOptions {
  /** Milliseconds, of a clock that is never set. */
  now: () => number
  /** Calls `run` in `ms`; returns what takes that back. */
  schedule: (run: () => void, ms: number) => () => void
  /** 0…1. */
  random: () => number
}

/** How often the collector is asked. */
export interface Pace {
  /** Calls `run` in so many milliseconds, or when it is not too soon any more; once, at the earliest. */
  readonly plan: (run: () => void, ms: number) => void
  /** A request begins: what was planned is done with it. */
  readonly begin: () => void
  readonly succeed: () => void
  /** `waitMs`: what the collector asked for. */
  readonly fail: (waitMs: number) => void
  readonly stop: () => void
}

/** Between two requests. */
const GAP_MS = 3_000
const FIRST_DELAY_MS = 5_000
const MAX_DELAY_MS = 5 * 60_000

export function createPace({ now, schedule, random }: PaceOptions): Pace {
  let notBefore = 0
  let failures = 0
  let due = Number.POSITIVE_INFINITY
  let cancel = (): void => {}

  function stop(): void {
    due = Number.POSITIVE_INFINITY
    cancel()
  }

  return {
    stop,
    plan(run, ms) {
      const at = Math.max(now() + ms, notBefore)
      if (at >= due) return
      stop()
      due = at
      const start = (): void => {
        due = Number.POSITIVE_INFINITY
        run()
      }
      cancel = schedule(start, at - now())
    },
    begin() {
      stop()
      notBefore = now() + GAP_MS
    },
    succeed() {
      failures = 0
    },
    fail(waitMs) {
      failures += 1
      const most = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))
      notBefore = now() + Math.max(waitMs, (most / 2) * (1 + random()))
    },
  }
}
