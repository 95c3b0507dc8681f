import { parseEvent, type EventProblem, type EventResult, type WireEvent } from '@firstwin/schema'
import type { Claim, Claims } from '../identity/create-identity.ts'
import type { DatedEvent } from '../store/event-store.ts'
import { groupOf, withoutGroup } from '../store/group-of.ts'
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
  /** How many of `events` name a group of which nothing proves that it is theirs. */
  readonly unprovenGroups: number
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
  readonly claims: Claims
  readonly capNames: CapEvent
}

/** Judges each event alone: a bad one does not spoil its batch. */
export function judgeEvents(values: readonly unknown[], arrival: Arrival): Judged {
  const events: DatedEvent[] = []
  const rejected: Rejected[] = []
  let unproven = 0
  let unprovenGroups = 0
  for (const [index, value] of values.entries()) {
    const result = judgeEvent(value, index)
    const { user, group } = result.ok ? claimsOf(result.event, arrival.claims) : NONE
    if (!result.ok) rejected.push(toRejected(result))
    else if (user === 'refused') rejected.push(notTheUser(index))
    else {
      if (user === 'unproven') unproven += 1
      if (group === 'unproven' || group === 'refused') unprovenGroups += 1
      const event = group === 'refused' ? withoutGroup(result.event) : result.event
      events.push({ ...toDated(event, arrival), proven: user === 'proven' })
    }
  }
  return { events: keepOrder(events), rejected, unproven, unprovenGroups }
}

const NONE = { user: 'open', group: 'open' } as const

function claimsOf(event: WireEvent, claims: Claims): { user: Claim; group: Claim } {
  return { user: claims.user(event.userId), group: claims.group(groupOf(event)) }
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
