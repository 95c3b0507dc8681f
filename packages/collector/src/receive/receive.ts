import { jsonReply, type HeaderList, type Reply } from '../answer.ts'
import { cutKey } from '../operate/log.ts'
import { droppedIn, type Metrics } from '../operate/metrics.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import type { Door } from './create-door.ts'
import type { Form } from './forms.ts'
import type { Incoming } from './incoming.ts'
import type { Judged } from './judge-events.ts'
import { readEvents, type Read, type ReadEventsOptions } from './read-events.ts'
import type { Stay } from './waiting-room.ts'

export interface ReceiveOptions extends ReadEventsOptions {
  readonly store: EventStore
  readonly door: Door
  readonly metrics: Metrics
  /** Called with the new events of a batch, once they are on disk. */
  readonly onStored: (events: readonly DatedEvent[]) => void
}

/** Answers a request that brings events: with 200 only when they are on disk. Never rejects. */
export type Receive = (incoming: Incoming, form: Form) => Promise<Reply>

export function createReceive(options: ReceiveOptions): Receive {
  const { door } = options

  return (incoming, form) =>
    door.enter({
      incoming,
      read: (stay) => readEvents({ incoming, form, stay }, options),
      answer: (read: Read, stay, cors) => keep(read, stay, { ...cors, ...read.headers }),
    })

  async function keep({ judged, sender }: Read, stay: Stay, headers: HeaderList): Promise<Reply> {
    const { events, rejected } = judged
    const full = stay.takeEvents(events.length)
    if (full) return door.refused(full, headers)
    count(judged, options.metrics)
    try {
      const stored = await store(events, options)
      options.onStored(stored)
      const duplicates = events.length - stored.length
      return jsonReply({ accepted: stored.length, duplicates, rejected }, 200, headers)
    } catch (error) {
      const fields = { key: cutKey(sender.product.key), events: events.length }
      return door.failed({ error, message: CANNOT_WRITE, headers, fields })
    }
  }
}

const CANNOT_WRITE = 'The events could not be written. Send them again later.'

function count({ rejected, unproven, unprovenGroups }: Judged, metrics: Metrics): void {
  for (const { code } of rejected) metrics.rejected(code)
  metrics.unproven(unproven)
  metrics.unprovenGroups(unprovenGroups)
}

/** The events that were new, once they are on disk. */
async function store(events: readonly DatedEvent[], options: ReceiveOptions) {
  const { metrics } = options
  if (events.length === 0) return []
  const begun = performance.now()
  const isNew = await options.store.append(events)
  metrics.committed((performance.now() - begun) / 1_000)
  const stored = events.filter((_, index) => isNew[index])
  metrics.accepted(stored.length)
  metrics.duplicates(events.length - stored.length)
  metrics.bots(stored.filter(({ bot }) => bot).length)
  metrics.lost(droppedIn(stored.map(({ event }) => event)))
  return stored
}
