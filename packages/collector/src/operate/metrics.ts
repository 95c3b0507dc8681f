import { DROP_REASONS, type WireEvent } from '@firstwin/schema'
import type { TokenResult } from '../identity/verify-token.ts'
import type { WaitingRoom } from '../receive/waiting-room.ts'
import { createRegistry, type Registry } from './registry.ts'

/** What the operator can see of the collector. Nothing of it names a user, a key or an address. */
export interface Metrics {
  readonly accepted: (events: number) => void
  readonly duplicates: (events: number) => void
  readonly bots: (events: number) => void
  /** Kept, though nothing proves that their user is who they say. */
  readonly unproven: (events: number) => void
  /** Kept, though nothing proves that their user is of the group that they name. */
  readonly unprovenGroups: (events: number) => void
  /** An event that was not kept. */
  readonly rejected: (code: string) => void
  /** A request whose events were not looked at. */
  readonly refused: (code: string) => void
  readonly rateLimited: (by: 'key' | 'address') => void
  readonly committed: (seconds: number) => void
  /** What a sender says that it has lost before it could send it. */
  readonly lost: (dropped: Readonly<Record<string, number>>) => void
  readonly token: (result: TokenResult) => void
  readonly text: () => string
}

/** Seconds. A group commit takes 4 ms and a wait for the disk. */
const COMMIT_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const KNOWN_REASONS: readonly string[] = DROP_REASONS

export function createMetrics(room: WaitingRoom): Metrics {
  const registry = createRegistry()
  addGauges(registry, room)
  const { plain, labelled } = createCounters(registry)
  const committed = registry.histogram({
    name: 'firstwin_commit_duration_seconds',
    help: 'From handing events to the store until they were on disk.',
    bounds: COMMIT_BOUNDS,
  })

  return {
    ...plain,
    committed,
    text: registry.text,
    rejected: (code) => labelled.rejected(1, code),
    refused: (code) => labelled.refused(1, code),
    rateLimited: (by) => labelled.limited(1, by),
    lost(dropped) {
      for (const [reason, events] of Object.entries(dropped)) {
        labelled.lost(events, KNOWN_REASONS.includes(reason) ? reason : 'other')
      }
    },
    token: (result) => labelled.tokens(1, result.ok ? 'valid' : result.reason),
  }
}

function createCounters({ counter }: Registry) {
  const count = (name: string, help: string) => counter({ name: `firstwin_${name}_total`, help })
  const plain = {
    accepted: count('events_accepted', 'Events that are on disk, each counted once.'),
    duplicates: count('events_duplicate', 'Events that came again, and changed nothing.'),
    unproven: count(
      'events_unproven',
      'Events that were not rejected though no token proves who their user is.',
    ),
    unprovenGroups: count(
      'events_group_unproven',
      'Events that name a group for which no token speaks; where identity is enforced, it is left out of them.',
    ),
    bots: count('events_bot', 'Accepted events that a program sent, by its user agent.'),
  }
  return { plain, labelled: createLabelled(counter) }
}

function createLabelled(counter: Registry['counter']) {
  return {
    rejected: counter({
      name: 'firstwin_events_rejected_total',
      help: 'Events that were not kept, by the code of the answer.',
      label: 'code',
      values: ['not-an-event', 'unknown-type', 'missing-field', 'wrong-field', 'identity'],
    }),
    refused: counter({
      name: 'firstwin_requests_refused_total',
      help: 'Requests none of whose events was kept, by the code of the answer.',
      label: 'code',
      values: ['too-many-requests', 'overloaded', 'unavailable'],
    }),
    limited: counter({
      name: 'firstwin_rate_limited_total',
      help: 'Requests that came too fast, by whose bucket was empty.',
      label: 'bucket',
      values: ['key', 'address'],
    }),
    lost: counter({
      name: 'firstwin_client_dropped_events_total',
      help: 'Events that devices say they dropped before sending, by reason.',
      label: 'reason',
      values: DROP_REASONS,
    }),
    tokens: counter({
      name: 'firstwin_identity_tokens_total',
      help: 'Identity tokens looked at, by what became of them.',
      label: 'result',
      values: ['valid'],
    }),
  }
}

function addGauges({ gauge }: Registry, room: WaitingRoom): void {
  gauge({
    name: 'firstwin_events_waiting',
    help: 'Events that are not on disk yet.',
    read: room.events,
  })
  gauge({
    name: 'firstwin_body_bytes_waiting',
    help: 'Bytes of bodies that are not answered yet.',
    read: room.bytes,
  })
  gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory size in bytes.',
    read: () => process.memoryUsage.rss(),
  })
}

/** More than a device has room for. One that says more than that says what is not so. */
const MOST_DROPPED = 10_000

/** Adds up what the new events of a batch say that their devices have dropped. */
export function droppedIn(events: readonly WireEvent[]): Readonly<Record<string, number>> {
  const all: Record<string, number> = {}
  for (const { context } of events) {
    for (const [reason, count] of Object.entries(context?.dropped ?? {})) {
      all[reason] = (all[reason] ?? 0) + Math.min(count, MOST_DROPPED)
    }
  }
  return all
}
