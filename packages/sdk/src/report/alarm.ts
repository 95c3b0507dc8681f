/** Runs it once, so many milliseconds from now, unless the function that it returns is called. */
export type Schedule = (run: () => void, delayMs: number) => () => void

/** Rings once, at the time that was set first. */
export function createAlarm(schedule: Schedule, ring: () => void) {
  let cancel: (() => void) | undefined
  return {
    set(delayMs: number): void {
      cancel ??= schedule(ring, delayMs)
    },
    clear(): void {
      cancel?.()
      cancel = undefined
    },
  }
}
