import { withTabLock } from './host/tab-lock.ts'
import type { OutboxOptions } from './outbox.ts'
import { createQueue, type Queue } from './report/event-queue.ts'
import { createSend } from './report/send-batch.ts'
import type { WireEvent } from './report/wire-event.ts'

export type StartDelivery = (options: OutboxOptions) => Queue

/** Sends what is kept on the device, and what will be, from this page on. */
export const startDelivery: StartDelivery = ({ store, settings, now, isGranted, tell }) => {
  const { endpoint = '', key } = settings
  const send = createSend({ endpoint, key, now, fetch: (url, init) => fetch(url, init) })
  return createQueue({
    storage: store,
    // The real clock: how long something waits does not depend on what the host shows.
    now: Date.now,
    random: Math.random,
    async send(events) {
      if (!isGranted()) return 0
      const outcome = await send(events.map((event) => withLibrary(event)))
      if (outcome !== 'accepted') tell('endpoint-unreachable', outcome)
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
