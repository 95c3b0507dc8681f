import { attempt } from './attempt.ts'
import { BATCH_BYTES, EVENT_BYTES, MAX_AGE_MS, MORE_BYTES, MOST } from './bounds.ts'
import { byteLength } from './byte-length.ts'
import { QUEUE_PREFIX } from './keep-event.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

export interface PlainBatch {
  readonly keys: readonly string[]
  readonly events: readonly WireEvent[]
  /** Something is left: what is too much for one batch, too old, too big, or no event. */
  readonly isRest: boolean
}

/** The first batch of what waits under these keys. `now`: milliseconds since 1970. */
export function takePlain(storage: TextStore, waiting: readonly string[], now: number): PlainBatch {
  const keys: string[] = []
  const events: WireEvent[] = []
  // By the start of an id, which is its time. What is called old a minute too early is judged again.
  const oldest = `${QUEUE_PREFIX}0${(now - MAX_AGE_MS).toString(16)}`
  let bytes = 0
  for (const key of waiting.toSorted()) {
    const text = storage.get(key) ?? ''
    const size = byteLength(text) + MORE_BYTES
    const event: WireEvent | undefined = attempt(() => JSON.parse(text))
    const isFull = keys.length === MOST || bytes + size > BATCH_BYTES
    if (event?.messageId && size <= EVENT_BYTES + MORE_BYTES && key > oldest && !isFull) {
      bytes += size
      keys.push(key)
      events.push(event)
    }
  }
  return { keys, events, isRest: keys.length < waiting.length }
}
