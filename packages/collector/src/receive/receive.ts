import { jsonReply, refusal, type HeaderList, type Problem, type Reply } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import { createQuietLog, cutKey, type Log } from '../operate/log.ts'
import { droppedIn, type Metrics } from '../operate/metrics.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import { corsHeaders, preflight, readableOrigin } from './cors.ts'
import type { Form } from './forms.ts'
import type { Incoming } from './incoming.ts'
import { readEvents, type Read, type ReadEventsOptions } from './read-events.ts'
import type { Stay, WaitingRoom } from './waiting-room.ts'
import type { WriteKey } from './write-key.ts'

export interface ReceiveOptions extends ReadEventsOptions {
  readonly store: EventStore
  readonly keys: readonly WriteKey[]
  readonly room: WaitingRoom
  readonly metrics: Metrics
  /** Called with the new events of a batch, once they are on disk. */
  readonly onStored: (events: readonly DatedEvent[]) => void
  readonly log: Log
}

/** Answers a request that brings events: with 200 only when they are on disk. Never rejects. */
export type Receive = (incoming: Incoming, form: Form) => Promise<Reply>

export function createReceive(options: ReceiveOptions): Receive {
  const { keys, room, metrics, now } = options
  const say = createQuietLog(options.log, now)

  function refused(problem: Problem, cors: HeaderList): Reply {
    const { code, status } = problem
    metrics.refused(code)
    // What it says may hold words of the sender.
    const message = 'Requests with events are refused.'
    say(code, { level: 'warn', event: 'request-refused', message, fields: { code, status } })
    return refusal({ ...problem, headers: { ...cors, ...problem.headers } })
  }

  return async (incoming, form) => {
    const origin = readableOrigin(incoming.header('origin'), keys)
    if (incoming.method === 'OPTIONS') return preflight(origin)
    const cors = corsHeaders(origin)
    if (incoming.method !== 'POST') return refused(ONLY_POST, cors)
    const stay = room.stay()
    try {
      const read = await readEvents({ incoming, form, stay }, options)
      if (read.ok) return await keep(read, stay, { ...cors, ...read.headers })
      if (read.bucket) metrics.rateLimited(read.bucket)
      // A page that may not use this key learns nothing, though another key would let it read.
      return refused(read.problem, read.problem.code === 'origin' ? corsHeaders(undefined) : cors)
    } finally {
      stay.leave()
    }
  }

  async function keep({ judged, sender }: Read, stay: Stay, headers: HeaderList): Promise<Reply> {
    const { events, rejected } = judged
    const full = stay.takeEvents(events.length)
    if (full) return refused(full, headers)
    for (const { code } of rejected) metrics.rejected(code)
    metrics.unproven(judged.unproven)
    metrics.unprovenGroups(judged.unprovenGroups)
    try {
      const stored = await store(events, options)
      options.onStored(stored)
      const duplicates = events.length - stored.length
      return jsonReply({ accepted: stored.length, duplicates, rejected }, 200, headers)
    } catch (error) {
      const fields = { key: cutKey(sender.product.key), events: events.length }
      const message = reasonOf(error)
      say('store', { level: 'error', event: 'store-failed', message, fields })
      metrics.refused('unavailable')
      const problem = unavailable(CANNOT_WRITE)
      return refusal({ ...problem, headers: { ...headers, ...problem.headers } })
    }
  }
}

const CANNOT_WRITE = 'The events could not be written. Send them again later.'
const ONLY_POST: Problem = {
  status: 405,
  code: 'method',
  message: 'Only POST is known here.',
  headers: { allow: 'POST' },
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

/** What a collector says that cannot keep events now. The sender keeps them, and comes back. */
export function unavailable(message: string): Problem {
  return { status: 503, code: 'unavailable', message, headers: { 'retry-after': '5' } }
}
