import { createEventStore, type StoreOptions } from './event-store.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { Send } from './send-batch.ts'

export interface QueueOptions extends StoreOptions {
  send: Send
  /** Whether anything may be sent at all, by the user's consent. */
  isGranted: () => boolean
  /** Two tries in a row had no answer at all. */
  onSilence?: (() => void) | undefined
  /** Whether the device believes to be connected. */
  isOnline: () => boolean
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
  /** Sends now what waits, unless the server asked for a pause, or did not take the last batch. */
  flush: () => void
  /**
   * Something has changed for the better: sends now also after failures. Where requests seem to be
   * blocked only if `isNews`: then the network, or the page, is another one.
   */
  resume: (isNews: boolean) => void
  /** The page may go: sends a batch in this very moment, whatever other tabs do. */
  leave: () => void
  /** `leave`, then nothing more. What still waits is sent by the next page. */
  stop: () => void
}

const FLUSH_MS = 1000
const MAX_EVENTS = 100
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** So many tries without any answer, while online, mean that somebody blocks the requests. */
const MOST_SILENT = 5
/** As many failures as make the next delay an hour: a page that knows of the blocking tries once. */
const MANY = 14

/**
 * Sends events in order, in batches, one request at a time, until the endpoint has them. Each is
 * written to storage before anything is sent and deleted only after the endpoint's yes, so that none
 * is lost with the page or the network; the endpoint may see one twice, with the same id. What an
 * earlier page left is sent too. A refused key or page (401, 403) ends sending for this page. Where
 * requests seem to be blocked, later pages try once, and one that stays once an hour.
 */
export function createQueue(options: QueueOptions): Queue {
  const { send, schedule, random, lock, isGranted, isOnline } = options
  const store = createEventStore(options)
  let failures = store.isBlocked() ? MANY : 0
  let silent = failures
  let draining = false
  let stopped = false
  let cancel: (() => void) | undefined

  function wake(delayMs: number): void {
    if (!stopped) cancel ??= schedule(sendNow, delayMs)
  }

  function sleep(): void {
    cancel?.()
    cancel = undefined
  }

  function sendNow(): void {
    sleep()
    if (!draining && !stopped) void drain()
  }

  async function drain(): Promise<void> {
    draining = true
    // For when another tab has the lock: it may have looked before our last event came.
    let delayMs = FLUSH_MS
    await lock(async () => {
      delayMs = await sendAll(false)
    })
    draining = false
    rest(delayMs)
  }

  /** Also for what came while the lock was being given back. */
  function rest(delayMs: number): void {
    sleep()
    if (isGranted() && store.isWaiting()) wake(delayMs)
  }

  /**
   * Sends what waits by now. What comes meanwhile waits for the next time: a host that tracks its own
   * requests would otherwise make each one lead to another.
   *
   * @returns How long to wait before sending more, in milliseconds.
   */
  async function sendAll(
    isLast: boolean,
    newest = store.newest(),
    limit = MAX_EVENTS,
  ): Promise<number> {
    const pauseMs = store.pauseMs()
    const isQuiet = stopped || pauseMs || !isGranted()
    const batch = isQuiet ? undefined : store.take(limit, newest)
    if (!batch?.keys.length) return pauseMs || FLUSH_MS
    const outcome = await send(batch.events, isLast)
    store.settle(batch, outcome)
    if (outcome.is === 'denied') stopped = true
    if (outcome.is === 'later') return countFailure(outcome.silent)
    failures = 0
    hear()
    const next = outcome.is === 'size' ? Math.ceil(batch.keys.length / 2) : limit
    return await sendAll(isLast, newest, next)
  }

  /** @returns How long to wait before the next try, in milliseconds. */
  function countFailure(isSilent = false): number {
    failures += 1
    if (!isSilent) hear()
    else if (isOnline()) silent += 1
    if (silent === 2) options.onSilence?.()
    if (silent === MOST_SILENT) store.setBlocked('1')
    const mostMs = silent < MOST_SILENT ? MINUTE_MS : HOUR_MS
    return Math.max(store.pauseMs(), retryDelayMs(failures, mostMs, random()))
  }

  /** There was an answer. */
  function hear(): void {
    if (silent >= MOST_SILENT) store.setBlocked('')
    silent = 0
  }

  // What was kept before there was a queue was not bounded.
  store.makeRoom()
  if (store.isWaiting()) wake(FLUSH_MS)

  return {
    notice() {
      store.makeRoom()
      wake(FLUSH_MS)
    },
    flush: () => (failures ? wake(FLUSH_MS) : sendNow()),
    resume(isNews) {
      if (isNews || silent < MOST_SILENT) sendNow()
    },
    leave() {
      if (silent < MOST_SILENT) void sendAll(true).then(rest)
    },
    stop() {
      if (silent < MOST_SILENT) void sendAll(true)
      stopped = true
      sleep()
    },
  }
}
