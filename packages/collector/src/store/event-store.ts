import type { Tier, WireEvent } from '@firstwin/schema'

/** An event as it was sent, with the times that the collector gives it. */
export interface DatedEvent {
  readonly writeKey: string
  readonly event: WireEvent
  /** When it happened by the collector's clock, in ms since 1970. */
  readonly at: number
  /** When the device sent it, by the device's own clock, in ms since 1970. */
  readonly sentAt: number
  readonly receivedAt: number
}

/**
 * The first time that somebody got somewhere in a journey. All results are made of these few rows
 * a person; they are derived from the events, which stay the truth.
 */
export interface Milestone {
  readonly journey: string
  /** `u:` and the user's id, or `a:` and the device's as long as nobody has signed in. */
  readonly actor: string
  readonly kind: 'started' | 'task' | 'path' | 'win'
  /** Of `started`, `task` and `path`. Empty where no path was shown. */
  readonly path: string
  /** The id of the task or win. Empty for the others. */
  readonly subject: string
  /** By the collector's clock, in ms since 1970. */
  readonly at: number
  readonly messageId: string
  readonly tier: Tier | undefined
  /** Where the time to value starts: `trait:…`, or another name that the device gave. */
  readonly clock: string | undefined
  /** The time to value as the device saw it. */
  readonly deviceTtvMs: number | undefined
}

/** What is known of a user, of a device (see `Milestone.actor`) or, as `g:` and its id, of a group. */
export interface Trait {
  readonly owner: string
  readonly name: string
  readonly value: unknown
}

/** All that results are computed from, of one journey. */
export interface Evidence {
  readonly milestones: readonly Milestone[]
  /** User's id by device: the first user of the device, who did what happened before signing in. */
  readonly links: ReadonlyMap<string, string>
  readonly traits: readonly Trait[]
  /** The group's id by actor: the latest one. */
  readonly groups: ReadonlyMap<string, string>
}

export interface JourneySummary {
  readonly id: string
  /** The latest milestone in it, in ms since 1970. */
  readonly latestAt: number
}

/** Where events are kept. Asynchronous, so that a store may be on another machine. */
export interface EventStore {
  /**
   * Resolves when the events are on disk: for each one, whether it was new. A second event with
   * the same write key and `messageId` is not, and changes nothing. Rejects with `StoreError` if
   * they could not be written; then none of them is kept.
   */
  append: (events: readonly DatedEvent[]) => Promise<readonly boolean[]>
  /** The journeys that anybody started, the one with the latest milestone first. */
  journeys: (writeKey: string) => Promise<readonly JourneySummary[]>
  evidence: (writeKey: string, journey: string) => Promise<Evidence>
  /** Rejects with `StoreError` if nothing could be written now. */
  check: () => Promise<void>
  /** Writes what is waiting, then lets go of the file. Calling it twice is safe. */
  close: () => Promise<void>
}
