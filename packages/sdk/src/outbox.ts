import type { DeliveryOptions, StartDelivery } from './deliver.ts'
import type { Queue } from './report/event-queue.ts'
import { keepEvent, QUEUE_PREFIX } from './report/keep-event.ts'
import type { WireEvent } from './report/wire-event.ts'

export interface OutboxOptions extends DeliveryOptions {
  /** Fetches what sends. */
  load: () => Promise<{ startDelivery: StartDelivery }>
  onMissing: (error: unknown) => void
}

/** Where events wait. Each is on the device before this returns; what sends them is fetched then. */
export interface Outbox {
  push: (event: WireEvent) => void
  /** Sends what waits now, rather than within a second. */
  flush: () => void
  /** The page may go. */
  leave: () => void
  stop: () => void
}

/** Late enough to let the first picture go first. */
const FETCH_MS = 200

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, load, onMissing, mayLeave } = options
  let queue: Queue | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  function fetchQueue(): void {
    load().then(({ startDelivery }) => {
      queue = startDelivery(options)
      if (isStopped) queue.stop()
      else queue.flush()
      return undefined
    }, onMissing)
  }

  function want(): void {
    if (mayLeave()) timer ??= setTimeout(fetchQueue, FETCH_MS)
  }

  if (store.keys(QUEUE_PREFIX).length > 0) want()

  return {
    push(event) {
      keepEvent(store, event)
      if (queue) queue.notice()
      else want()
    },
    flush() {
      if (queue) queue.flush()
      else if (store.keys(QUEUE_PREFIX).length > 0) want()
    },
    leave: () => queue?.leave(),
    stop() {
      isStopped = true
      queue?.stop()
    },
  }
}
