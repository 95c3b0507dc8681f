import { createEventStore, type StoreOptions } from './event-store.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { Send } from './send-batch.ts'

export interface QueueOptions extends StoreOptions {
  send: Send
  /** Runs it once, so many milliseconds from now, unless the function that it returns is called. */
  schedule: (run: () => void, delayMs: number) => () => void
  /** 0…1. */
  random: () => number
  /** Runs it if no other tab is in its own; resolves after that, or at once. Never rejects. */
  lock: (run: () => Promise<void>) => Promise<void>
}

export interface Queue {
  /** An event was kept: bounds what waits, and sends it within a second. Never throws. */
  notice: () => void
  /** Sends now what waits, unless the server asked for a pause. */
  flush: () => void
  /** The page may go: sends a batch in this very moment, whatever other tabs do. */
  leave: () => void
  /** `leave`, then nothing more. What still waits is sent by the next page. */
  stop: () => void
}

const FLUSH_MS = 1000
const MAX_EVENTS = 100

/**
 * Sends events in order, in batches, one request at a time, until the endpoint has them. Each is
 * written to storage before anything is sent and deleted only after the endpoint's yes, so that none
 * is lost with the page or the network; the endpoint may see one twice, with the same id. What an
 * earlier page left is sent too. A refused key or page (401, 403) ends sending for this page.
 */
export function createQueue(options: QueueOptions): Queue {
  const { send, schedule, random, lock } = options
  const store = createEventStore(options)
  let failures = 0
  let draining = false
  let stopped = false
  let cancel: (() => void) | undefined

  function wake(delayMs: number): void {
    if (!stopped) cancel ??= schedule(flush, delayMs)
  }

  function sleep(): void {
    cancel?.()
    cancel = undefined
  }

  function flush(): void {
    sleep()
    if (!draining && !stopped) void drain()
  }

  async function drain(): Promise<void> {
    draining = true
    // For when another tab has the lock: it may have looked before our last event came.
    let delayMs = FLUSH_MS
    await lock(async () => {
      delayMs = await sendAll()
    })
    draining = false
    rest(delayMs)
  }

  /** Also for what came while the lock was being given back. */
  function rest(delayMs: number): void {
    sleep()
    if (store.isWaiting()) wake(delayMs)
  }

  /**
   * Sends what waits by now. What comes meanwhile waits for the next time: a host that tracks its own
   * requests would otherwise make each one lead to another.
   *
   * @returns How long to wait before sending more, in milliseconds.
   */
  async function sendAll(newest = store.newest(), limit = MAX_EVENTS): Promise<number> {
    const pauseMs = store.pauseMs()
    const batch = stopped || pauseMs ? undefined : store.take(limit, newest)
    if (!batch?.keys.length) return pauseMs || FLUSH_MS
    const outcome = await send(batch.events)
    store.settle(batch, outcome)
    if (outcome === 'denied') stopped = true
    failures = typeof outcome === 'number' ? failures + 1 : 0
    if (failures) return Math.max(store.pauseMs(), retryDelayMs(failures, random()))
    const next = outcome === 'size' ? Math.ceil(batch.keys.length / 2) : limit
    return await sendAll(newest, next)
  }

  // What was kept before there was a queue was not bounded.
  store.makeRoom()
  if (store.isWaiting()) wake(FLUSH_MS)

  return {
    notice() {
      store.makeRoom()
      wake(FLUSH_MS)
    },
    flush,
    leave: () => void sendAll().then(rest),
    stop() {
      void sendAll()
      stopped = true
      sleep()
    },
  }
}
