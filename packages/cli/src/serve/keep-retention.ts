import type { EventStore, Log } from '@firstwin/collector'
import { reasonOf } from '../errors.ts'

const HOUR_MS = 3_600_000

export interface RetentionOptions {
  readonly store: EventStore
  /** `undefined` keeps everything. */
  readonly keepMs: number | undefined
  readonly now: () => number
  readonly log: Log
  /** Runs it now and then; returns what ends that. @default once an hour */
  readonly repeat?: (run: () => void) => () => void
}

/** Erases what is too old, at once and then again and again, until the function it returns is called. */
export function keepRetention(options: RetentionOptions): () => void {
  const { store, keepMs, now, log, repeat = hourly } = options
  if (keepMs === undefined) return () => undefined
  const erase = async (): Promise<void> => {
    try {
      const { events } = await store.eraseBefore(now() - keepMs)
      if (events === 0) return
      const message = 'Erased what was older than the retention.'
      log({ level: 'info', event: 'retention', message, fields: { events } })
    } catch (error) {
      // The store tells of its trouble by its answers, too; the next hour tries again.
      const message = `Old events could not be erased: ${reasonOf(error)}`
      log({ level: 'error', event: 'retention-failed', message })
    }
  }
  void erase()
  return repeat(() => void erase())
}

function hourly(run: () => void): () => void {
  const timer = setInterval(run, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
