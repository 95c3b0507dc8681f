/** How long a step may wait for its target before that is reported. */
const TARGET_WAIT_MS = 10_000

export interface Patience {
  /** Waits for the target of this step: anew if it is another one, no longer if there is none. */
  waitFor: (step: string | undefined) => void
}

/** Calls `onMissed` with the step whose target has not come in time. */
export function createPatience(onMissed: (step: string, waitedMs: number) => void): Patience {
  let awaited: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    waitFor(step) {
      if (step === awaited) return
      awaited = step
      clearTimeout(timer)
      if (step) timer = setTimeout(() => onMissed(step, TARGET_WAIT_MS), TARGET_WAIT_MS)
    },
  }
}
