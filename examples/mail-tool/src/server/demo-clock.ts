import { readClock, type ClockReading } from '../model/clock-reading.ts'

/** The one time that everything in a demo lives in: the product, its mails, and who reports on it. */
export interface DemoClock {
  /** Milliseconds since 1970, as the demo sees it. */
  now: () => number
  /** Where the clock stands, in a form that a browser can go on from. */
  reading: () => ClockReading
  /** Later by `ms`; earlier if it is negative. A frozen clock stays frozen. */
  move: (ms: number) => void
  /** Jumps to `ms` since 1970 and runs on from there; a frozen clock stays frozen. */
  set: (ms: number) => void
  /** Stops at `ms`, or at the present moment, until `unfreeze`. */
  freeze: (ms?: number) => void
  unfreeze: () => void
  /** Calls `listener` after each change; returns the function that stops it. */
  onChange: (listener: (reading: ClockReading) => void) => () => void
}

/** Runs with the machine's clock until it is moved. `machineNow` is for tests. */
export function createDemoClock(machineNow: () => number = Date.now): DemoClock {
  let reading: ClockReading = { kind: 'running', offsetMs: 0 }
  const listeners = new Set<(reading: ClockReading) => void>()

  function now(): number {
    return readClock(reading, machineNow())
  }

  function change(next: ClockReading): void {
    reading = next
    for (const listener of listeners) listener(next)
  }

  function set(ms: number): void {
    if (!Number.isFinite(ms)) throw new RangeError(`A clock needs a finite time, not ${ms}.`)
    const running = { kind: 'running', offsetMs: ms - machineNow() } as const
    change(reading.kind === 'frozen' ? { kind: 'frozen', at: ms } : running)
  }

  return {
    now,
    reading: () => reading,
    move: (ms) => set(now() + ms),
    set,
    freeze: (ms = now()) => change({ kind: 'frozen', at: ms }),
    unfreeze: () => change({ kind: 'running', offsetMs: now() - machineNow() }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
