import { parseEvent, type EventProblem, type EventResult, type WireEvent } from '@firstwin/schema'
import type { Claim } from '../identity/create-identity.ts'
import type { DatedEvent } from '../store/event-store.ts'
import type { CapEvent } from './cap-journeys.ts'
import { correctTime } from './correct-time.ts'
import { isObject } from './is-object.ts'
import { keepOrder } from './keep-order.ts'
import { quickEvent } from './quick-event.ts'

/** An event that is not kept. `index` is its place in the batch, from 0. */
export interface Rejected {
  readonly index: number
  readonly code: EventProblem | 'identity'
  readonly message: string
}

export interface Judged {
  readonly events: readonly DatedEvent[]
  readonly rejected: readonly Rejected[]
  /** How many of `events` name a user of whom nothing proves that it is they. */
  readonly unproven: number
}

/** What all events of a batch have in common. */
export interface Arrival {
  readonly writeKey: string
  /** By the device's clock, in ms since 1970. */
  readonly sentAt: number
  readonly receivedAt: number
  readonly bot: boolean
  /** Whether its sender has shown the product's secret. */
  readonly trusted: boolean
  /** What may come of an event because of the user it names. */
  readonly claim: (userId: string | undefined) => Claim
  readonly capNames: CapEvent
}

/** Judges each event alone: a bad one does not spoil its batch. */
export function judgeEvents(values: readonly unknown[], arrival: Arrival): Judged {
  const events: DatedEvent[] = []
  const rejected: Rejected[] = []
  let unproven = 0
  for (const [index, value] of values.entries()) {
    const result = judgeEvent(value, index)
    const claim = result.ok ? arrival.claim(result.event.userId) : 'proven'
    if (claim === 'unproven') unproven += 1
    if (!result.ok) rejected.push(toRejected(result))
    else if (claim === 'refused') rejected.push(notTheUser(index))
    else events.push(toDated(result.event, arrival))
  }
  return { events: keepOrder(events), rejected, unproven }
}

function judgeEvent(value: unknown, index: number): EventResult {
  const event = quickEvent(value)
  return event ? { ok: true, event } : slowEvent(value, index)
}

/** SDKs of others write `null` where they know nothing. */
function slowEvent(value: unknown, index: number): EventResult {
  if (!isObject(value)) return parseEvent(value, index)
  const known = Object.entries(value).filter(([, field]) => field !== null)
  return parseEvent(Object.fromEntries(known), index)
}

function toRejected({ index, code, message }: Rejected): Rejected {
  return { index, code, message }
}

function notTheUser(index: number): Rejected {
  const message = 'The token of this batch does not say that this is the user. Send a valid one.'
  return { index, code: 'identity', message }
}

function toDated(event: WireEvent, arrival: Arrival): DatedEvent {
  const { writeKey, sentAt, receivedAt, bot, trusted, capNames } = arrival
  const at = correctTime({ timestamp: Date.parse(event.timestamp), sentAt, receivedAt })
  return { writeKey, event: capNames(event), at, sentAt, receivedAt, bot, trusted }
}
