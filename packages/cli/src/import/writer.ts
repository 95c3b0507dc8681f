import { StoreError, type DatedEvent, type EventStore } from '@firstwin/collector'
import type { WireEvent } from '@firstwin/schema'

/** An event and when it happened, in ms since 1970. */
export interface Dated {
  readonly event: WireEvent
  readonly at: number
}

export interface Writer {
  write: (dated: Dated) => Promise<void>
  /** How many were new, and how many were there already. `undefined` if nothing is written. */
  end: () => Promise<{ added: number; duplicates: number } | undefined>
  close: () => Promise<void>
}

/** For a dry run. */
export const nowhere: Writer = {
  write: async () => undefined,
  end: async () => undefined,
  close: async () => undefined,
}

/** Enough for one commit to be cheap, few enough not to be in the way of a running collector. */
const BATCH = 500
/** A running collector may be writing its file anew, after an erasure. */
const MAX_TRIES = 60

export interface WriterOptions {
  readonly store: EventStore
  readonly writeKey: string
  /** Ms since 1970. */
  readonly now: () => number
  /** Resolves when it is worth to try again: after a second. */
  readonly pause: () => Promise<void>
}

/** Writes straight into the store, with the times as they are. */
export function createWriter({ store, writeKey, now, pause }: WriterOptions): Writer {
  let waiting: DatedEvent[] = []
  let added = 0
  let duplicates = 0

  async function append(tries = 1): Promise<readonly boolean[]> {
    try {
      return await store.append(waiting)
    } catch (error) {
      if (!(error instanceof StoreError) || tries === MAX_TRIES) throw error
      await pause()
      return append(tries + 1)
    }
  }

  async function flush(): Promise<void> {
    if (waiting.length === 0) return
    const isNew = await append()
    const count = isNew.filter((one) => one).length
    added += count
    duplicates += waiting.length - count
    waiting = []
  }

  return {
    async write({ event, at }) {
      const received = now()
      waiting.push({ writeKey, event, at, sentAt: received, receivedAt: received, bot: false })
      if (waiting.length === BATCH) await flush()
    },
    async end() {
      await flush()
      return { added, duplicates }
    },
    close: () => store.close(),
  }
}
