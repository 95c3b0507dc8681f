import type { Chunks } from './chunks.ts'
import type { Keeping } from './consent.ts'
import type { InitOptions } from './options.ts'
import type { Queue } from './report/event-queue.ts'
import { keepEvent, QUEUE_PREFIX } from './report/keep-event.ts'
import type { WireEvent } from './report/wire-event.ts'
import type { Tell } from './tell.ts'

export interface OutboxOptions extends Pick<Keeping, 'store' | 'isGranted'> {
  settings: Pick<InitOptions, 'endpoint' | 'key'>
  chunks: Pick<Chunks, 'deliver'>
  /** Milliseconds since 1970, by the clock of the host: what `sentAt` says. */
  now: () => number
  tell: Tell
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
  const { store, isGranted, chunks, tell } = options
  let queue: Queue | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  async function fetchQueue(): Promise<void> {
    try {
      const { startDelivery } = await chunks.deliver()
      queue = startDelivery(options)
      if (isStopped) queue.stop()
      else queue.flush()
    } catch (error) {
      tell('chunk-unreachable', error)
      // The next event tries again.
      timer = undefined
    }
  }

  function want(): void {
    const isWaiting = store.keys(QUEUE_PREFIX)[0]
    if (isWaiting && isGranted() && !isStopped) timer ??= setTimeout(fetchQueue, FETCH_MS)
  }

  want()

  return {
    push(event) {
      keepEvent(store, event)
      if (queue) queue.notice()
      else want()
    },
    flush: () => (queue ? queue.flush() : want()),
    leave: () => queue?.leave(),
    stop() {
      isStopped = true
      queue?.stop()
    },
  }
}
