import type { Parts } from './assemble.ts'
import type { Delivery } from './join-page.ts'
import { keepEvent, QUEUES } from './report/keep-event.ts'
import type { WireEvent } from './report/wire-event.ts'

export type OutboxOptions = Pick<
  Parts,
  'store' | 'sessions' | 'isGranted' | 'settings' | 'chunks' | 'identity' | 'now' | 'tell'
>

/** Where events wait. Each is on the device before this returns; what sends them is fetched then. */
export interface Outbox {
  push: (event: WireEvent) => void
  /** Sends what waits now, rather than within a second. */
  flush: () => void
  stop: () => void
}

/** Late enough to let the first picture go first. */
const FETCH_MS = 200

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, isGranted, chunks, tell } = options
  let delivery: Delivery | undefined
  let delayMs = FETCH_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  async function fetchDelivery(): Promise<void> {
    try {
      const { startDelivery } = await chunks.deliver()
      delivery = await startDelivery(options)
      if (isStopped) delivery.stop()
      else delivery.flush()
    } catch (error) {
      tell('chunk-unreachable', error)
      // The next event tries again, ever later: it may be blocked for good.
      delayMs *= 10
      timer = undefined
    }
  }

  function want(): void {
    const isWaiting = store.keys(QUEUES)[0]
    if (isWaiting && isGranted() && !isStopped) timer ??= setTimeout(fetchDelivery, delayMs)
  }

  want()

  return {
    push(event) {
      keepEvent(store, event, !isGranted())
      if (delivery) delivery.notice()
      else want()
    },
    flush: () => (delivery ? delivery.flush() : want()),
    stop() {
      isStopped = true
      delivery?.stop()
    },
  }
}
