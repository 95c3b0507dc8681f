import { schedule } from './host/schedule.ts'
import { withTabLock } from './host/tab-lock.ts'
import type { OutboxOptions } from './outbox.ts'
import type { Outcome } from './report/endpoint.ts'
import { createQueue, type LearningQueue, type QueueOptions } from './report/event-queue.ts'
import { createSend, type Give } from './report/send-batch.ts'

/** What one endpoint asks for besides what all have in common. */
export interface OwnOptions extends Pick<QueueOptions, 'mayGo' | 'isGranted' | 'storage'> {
  give: Give
  /** Of the lock among tabs. */
  name: string
  /** Where the browser has no locks. @default every tab sends */
  lease?: ((run: () => Promise<void>) => Promise<void>) | undefined
}

/** The queue of one endpoint, in this browser. */
export function createDelivery(
  { tell }: Pick<OutboxOptions, 'tell'>,
  own: OwnOptions,
): LearningQueue {
  const ask = createSend(own.give)
  const hear = (outcome: Outcome): void => {
    if (outcome.is !== 'accepted') tell('endpoint-unreachable', outcome.is)
  }
  const queue = createQueue({
    ...own,
    // The real clock: how long something waits does not depend on what the host shows.
    now: Date.now,
    random: Math.random,
    isOnline: () => navigator.onLine,
    async send(events, isLast) {
      const outcome = await ask(events, isLast)
      hear(outcome)
      return outcome
    },
    schedule,
    lock: (run) => withTabLock(own.name, run, own.lease),
  })
  return {
    ...queue,
    learn(batch, outcome) {
      hear(outcome)
      queue.learn(batch, outcome)
    },
  }
}
