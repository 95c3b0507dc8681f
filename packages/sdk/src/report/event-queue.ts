import { createAlarm, type Schedule } from './alarm.ts'
import { FLUSH_MS, MOST } from './bounds.ts'
import type { Outcome } from './endpoint.ts'
import { createCourse, type Given } from './course.ts'
import { createEventStore, type StoreOptions } from './event-store.ts'
import { createFailures, type FailuresOptions } from './failures.ts'
import type { Send } from './send-batch.ts'

export interface QueueOptions extends StoreOptions, Omit<FailuresOptions, 'storage'> {
  send: Send
  /** Whether anything may be sent at all, by the user's consent. */
  isGranted: () => boolean
  schedule: Schedule
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

/** One that can go on from where another one stopped. */
export interface LearningQueue extends Queue {
  /** What became of a batch that another queue has sent. */
  learn: (batch: Given, outcome: Outcome) => void
}

const BROKEN_MS = 60_000

/**
 * Sends events in order, in batches, one request at a time, until the endpoint has them. Each is
 * written to storage before anything is sent and deleted only after the endpoint's yes, so that none
 * is lost with the page or the network; the endpoint may see one twice, with the same id. What an
 * earlier page left is sent too. A refused key or page (401, 403) ends sending for this page. Where
 * requests seem to be blocked, later pages try once, and one that stays once an hour.
 */
export function createQueue(options: QueueOptions): LearningQueue {
  const { send, lock, isGranted } = options
  const store = createEventStore(options)
  const failures = createFailures(options)
  const alarm = createAlarm(options.schedule, sendNow)
  const course = createCourse(store, failures)
  let draining = false

  function sendNow(): void {
    alarm.clear()
    if (!draining && !course.isStopped) void drain()
  }

  async function drain(): Promise<void> {
    draining = true
    // For when another tab has the lock: it may have looked before our last event came.
    let delayMs = FLUSH_MS
    await lock(async () => {
      delayMs = await sendSafely(false)
    })
    draining = false
    course.most = MOST
    rest(delayMs)
  }

  /** Also for what came while the lock was being given back. */
  function rest(delayMs: number): void {
    alarm.clear()
    if (!course.isStopped && isGranted() && store.isWaiting()) alarm.set(delayMs)
  }

  /** Where the page has broken something that we cannot do without, it may mend it. */
  const sendSafely = (isLast: boolean): Promise<number> => sendAll(isLast).catch(() => BROKEN_MS)

  /**
   * Sends what waits by now. What comes meanwhile waits for the next time: a host that tracks its own
   * requests would otherwise make each one lead to another.
   *
   * @returns How long to wait before sending more, in milliseconds.
   */
  async function sendAll(isLast: boolean, newest = store.newest()): Promise<number> {
    const pauseMs = store.pauseMs()
    const isQuiet = course.isStopped || pauseMs || !isGranted()
    const batch = isQuiet ? undefined : store.take(course.most, newest)
    if (!batch?.keys.length) return pauseMs || FLUSH_MS
    const outcome = await send(batch.events, isLast)
    return course.follow(batch, outcome) || (await sendAll(isLast, newest))
  }

  // What was kept before there was a queue was not bounded.
  store.makeRoom()
  rest(FLUSH_MS)

  return {
    notice() {
      store.makeRoom()
      alarm.set(FLUSH_MS)
    },
    flush: () => (failures.isFailing() ? alarm.set(FLUSH_MS) : sendNow()),
    resume(isNews) {
      if (isNews || !failures.isBlocked()) sendNow()
    },
    leave() {
      if (!failures.isBlocked()) void sendSafely(true).then(rest)
    },
    stop() {
      if (!failures.isBlocked()) void sendSafely(true)
      course.isStopped = true
      alarm.clear()
    },
    learn(batch, outcome) {
      const delayMs = course.follow(batch, outcome)
      if (delayMs) rest(delayMs)
      else sendNow()
    },
  }
}
