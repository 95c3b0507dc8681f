import { createAlarm } from './alarm.ts'
import { FLUSH_MS } from './bounds.ts'
import type { Answer } from './endpoint.ts'
import type { Queue, QueueOptions } from './event-queue.ts'
import { createPlainSender, type End } from './plain-sender.ts'
import { MINUTE_MS, retryDelayMs } from './retry-delay.ts'
import type { WireEvent } from './wire-event.ts'

export interface PlainOptions extends Pick<
  QueueOptions,
  'storage' | 'now' | 'random' | 'isGranted' | 'schedule'
> {
  /** As that of `QueueOptions`, but rejects where there are no locks. */
  lock: (run: () => Promise<void>) => Promise<void>
  /** Gives one batch. Rejects where there was no answer. */
  give: (events: readonly WireEvent[]) => Promise<Answer>
  /** Whether something is asked for that is not done here. */
  isOdd: () => boolean
  /** Fetches what does it. Rejects where that cannot be had now. */
  fetchMore: () => Promise<TakeOver>
}

/** Makes a queue that goes on: `keys` were given, and that was the answer, if there was one. */
export type TakeOver = (keys: readonly string[], answer: Answer | undefined) => Queue

/**
 * Sends what waits, as `createQueue` does, as long as the endpoint says yes and one batch takes it
 * all. At anything else it has the rest fetched, and hands over. Where that cannot be had, everything
 * stays on the device, and is tried again later each time.
 */
export function createPlainQueue(options: PlainOptions): Queue {
  const { send, isWaiting, free, makeRoom } = createPlainSender(options)
  const alarm = createAlarm(options.schedule, sendNow)
  let failures = 0
  let isSending = false
  let isAsking = false
  let isOver = false

  async function sendNow(): Promise<void> {
    alarm.clear()
    if (isSending || isOver) return
    isSending = true
    let end: End = { keys: [], isOdd: false }
    const run = async (): Promise<void> => {
      end = await send()
    }
    await options.lock(run).catch(() => {
      end = { keys: [], isOdd: true }
    })
    // Not before the lock is given back: who goes on needs it.
    await conclude(end)
    isSending = false
  }

  async function conclude({ keys, answer, isYes, isOdd }: End): Promise<void> {
    if (isYes) failures = 0
    if (isOdd) await handOver(keys, answer)
    free(keys)
    alarm.clear()
    if (isOver || !isWaiting()) return
    alarm.set(failures ? retryDelayMs(failures, MINUTE_MS, options.random()) : FLUSH_MS)
  }

  async function handOver(keys: readonly string[], answer: Answer | undefined): Promise<void> {
    if (isAsking || isOver) return
    isAsking = true
    try {
      const takeOver = await options.fetchMore()
      if (isOver) return
      isOver = true
      alarm.clear()
      Object.assign(queue, takeOver(keys, answer))
    } catch {
      failures += 1
    }
    isAsking = false
  }

  const queue: Queue = {
    notice() {
      makeRoom()
      alarm.set(FLUSH_MS)
    },
    flush: () => void (failures || sendNow()),
    resume: sendNow,
    leave: () => void send().then(conclude),
    stop() {
      queue.leave()
      isOver = true
      alarm.clear()
    },
  }
  void conclude({ keys: [], isOdd: false })
  return queue
}
