import { withTabLock } from './host/tab-lock.ts'
import { createQueue, type Queue } from './report/event-queue.ts'
import { createSend, type Endpoint } from './report/send-batch.ts'
import type { TextStore } from './report/text-store.ts'
import type { WireEvent } from './report/wire-event.ts'

export interface DeliveryOptions {
  endpoint: Endpoint
  key: string | undefined
  store: TextStore
  /** Milliseconds since 1970, by the clock of the host: what `sentAt` says. */
  now: () => number
  /** Whether the user agrees to sending, at this moment. */
  mayLeave: () => boolean
  /** The endpoint did not take a batch. */
  onTrouble: (outcome: unknown) => void
}

export type StartDelivery = (options: DeliveryOptions) => Queue

/** Sends what is kept on the device, and what will be, from this page on. */
export const startDelivery: StartDelivery = ({ store, now, mayLeave, onTrouble, ...to }) => {
  const send = createSend({ ...to, now, fetch: (url, init) => fetch(url, init) })
  return createQueue({
    storage: store,
    // The real clock: how long something waits does not depend on what the host shows.
    now: Date.now,
    random: Math.random,
    async send(events) {
      if (!mayLeave()) return 0
      const outcome = await send(events.map((event) => withLibrary(event)))
      if (outcome !== 'accepted') onTrouble(outcome)
      return outcome
    },
    schedule(run, delayMs) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    lock: (run) => withTabLock('fw:send', run),
  })
}

/** Says by whom an event was made. Here and not where it is made: the core has no room to spare. */
function withLibrary(event: WireEvent): WireEvent {
  const library = { name: 'firstwin', version: __VERSION__ }
  return { ...event, context: { ...event.context, library } }
}
