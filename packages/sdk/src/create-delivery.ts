import { withTabLock } from './host/tab-lock.ts'
import type { OutboxOptions } from './outbox.ts'
import { createQueue, type Queue, type QueueOptions } from './report/event-queue.ts'
import { createSend, type Give } from './report/send-batch.ts'

/** What one endpoint asks for besides what all have in common. */
export interface OwnOptions extends Pick<
  QueueOptions,
  'mayGo' | 'isGranted' | 'onSilence' | 'storage'
> {
  give: Give
  /** Of the lock among tabs. */
  name: string
  /** Where the browser has no locks. @default every tab sends */
  lease?: ((run: () => Promise<void>) => Promise<void>) | undefined
}

/** The queue of one endpoint, in this browser. */
export function createDelivery({ tell }: Pick<OutboxOptions, 'tell'>, own: OwnOptions): Queue {
  const ask = createSend(own.give)
  return createQueue({
    ...own,
    // The real clock: how long something waits does not depend on what the host shows.
    now: Date.now,
    random: Math.random,
    isOnline: () => navigator.onLine,
    async send(events, isLast) {
      const outcome = await ask(events, isLast)
      if (outcome.is !== 'accepted') tell('endpoint-unreachable', outcome.is)
      return outcome
    },
    schedule(run, delayMs) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    lock: (run) => withTabLock(own.name, run, own.lease),
  })
}
