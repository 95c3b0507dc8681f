import { setTimeout as wait } from 'node:timers/promises'
import { reasonOf } from '../errors.ts'

export interface TurnsOptions {
  /** Resolves with how long the rest must wait, in ms; 0 if there is none. */
  readonly turn: () => Promise<number>
  readonly schedule: (run: () => void, delayMs: number) => () => void
  readonly warn: (message: string) => void
}

export interface Turns {
  /** A turn within so many ms, unless an earlier one is due. */
  wake: (delayMs: number) => void
  /** A turn as soon as the one that is under way is over, whatever is due later. */
  hurry: () => void
  /** A turn now, after the one that is under way. Keeps the process alive until it is over. */
  run: () => Promise<void>
  /** A last one, for which the process waits at most so long; none after that. */
  end: (limitMs: number) => Promise<void>
}

/** After trouble with the disk. */
const TROUBLE_MS = 60_000

/** One turn at a time. */
export function createTurns({ turn, schedule, warn }: TurnsOptions): Turns {
  let cancel: (() => void) | undefined
  let work: Promise<void> = Promise.resolve()
  let isEnded = false

  function wake(delayMs: number): void {
    if (!isEnded) cancel ??= schedule(() => void take(), delayMs)
  }

  function take(): Promise<void> {
    cancel?.()
    cancel = undefined
    work = work.then(takeOne)
    return work
  }

  async function takeOne(): Promise<void> {
    if (isEnded) return
    try {
      const waitMs = await turn()
      if (waitMs > 0) wake(waitMs)
    } catch (error) {
      warn(`Events could not be sent (${reasonOf(error)}). They wait.`)
      wake(TROUBLE_MS)
    }
  }

  return {
    wake,
    hurry: () => void take(),
    run: () => keepingAlive(take()),
    async end(limitMs) {
      const timeUp = new AbortController()
      const limit = wait(limitMs, undefined, { signal: timeUp.signal }).catch(() => undefined)
      if (!isEnded) await Promise.race([take(), limit])
      timeUp.abort()
      isEnded = true
      cancel?.()
    },
  }
}

/** A promise alone keeps no process alive, and neither do our sockets: somebody waits for this one. */
async function keepingAlive(work: Promise<void>): Promise<void> {
  const hold = setInterval(() => undefined, TROUBLE_MS)
  try {
    await work
  } finally {
    clearInterval(hold)
  }
}
