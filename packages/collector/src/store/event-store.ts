import type { JsonObject, Tier, WireEvent } from '@firstwin/schema'
import type { Ask, WinsAsked } from '../results/ask.ts'
import type { Baseline } from './baseline.ts'
import type { Similar, WantedTraits } from './similar.ts'

/** An event as it was sent, with the times that the collector gives it. */
export interface DatedEvent {
  readonly writeKey: string
  readonly event: WireEvent
  /** When it happened by the collector's clock, in ms since 1970. */
  readonly at: number
  /** When the device sent it, by the device's own clock, in ms since 1970. */
  readonly sentAt: number
  readonly receivedAt: number
  /** Whether a program sent it, by its user agent. It is kept, and left out of results. */
  readonly bot: boolean
  /** Whether its sender has shown the product's secret. @default false */
  readonly trusted?: boolean
  /**
   * Whether it is certain that the user it names is they: their token or the product's secret was
   * shown. @default false
   */
  readonly proven?: boolean
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
  /** By `at`, then by `messageId`. */
  readonly milestones: readonly Milestone[]
  /** User's id by device: the first proven user of the device, else the first (by `linkedAt`), who did what happened before signing in. */
  readonly links: ReadonlyMap<string, string>
  readonly traits: readonly Trait[]
  /** The group's id by actor: the latest one. */
  readonly groups: ReadonlyMap<string, string>
}

export interface PagesAsked {
  readonly writeKey: string
  readonly journey: string
  readonly bots: boolean
  /** The clock of those whose own wins name none. */
  readonly clock: string | undefined
}

/** Evidence in pieces that fit into memory, each of some people as a whole. */
export interface EvidencePages {
  /** Of traits only `name` and those that clocks start with. What arrives meanwhile may be in it or not. */
  readonly read: (asked: PagesAsked) => AsyncIterable<Evidence>
  /** The clock of the first milestone whose clock is a trait. */
  readonly firstClock: (asked: Omit<PagesAsked, 'clock'>) => Promise<string | undefined>
  /** All of those people at least who have the wins that are asked for, in one piece. */
  readonly winners: (asked: WinsAsked) => Promise<Evidence>
}

export interface EvidenceOptions {
  /** Also what bots did. @default false */
  readonly bots?: boolean
}

export interface JourneySummary {
  readonly id: string
  /** The latest milestone in it, in ms since 1970. */
  readonly latestAt: number
}

/** What one device of a user has reached, seen and dismissed in a journey. */
export interface ProgressPart {
  readonly device: string
  /** When the device wrote it, by the collector's clock, in ms since 1970. */
  readonly at: number
  readonly part: JsonObject
}

export interface KeptProgress extends ProgressPart {
  readonly writeKey: string
  readonly journey: string
  readonly userId: string
}

/** Something that the customer's server tracked. */
export interface ServerEvent {
  readonly id: string
  readonly name: string
  /** By the collector's clock, in ms since 1970. */
  readonly at: number
  readonly properties: JsonObject
}

/** How much went. */
export interface Erased {
  readonly events: number
  /** Users, and devices on which nobody has signed in, of whom nothing is left. */
  readonly people: number
}

/**
 * Where events are kept. Asynchronous, so that a store may be on another machine. Each method
 * rejects with `StoreError` where the store cannot do it now.
 */
export interface EventStore {
  /**
   * Resolves when the events are on disk: for each one, whether it was new. A second event with
   * the same write key, `messageId` and `trusted` is not, and changes nothing; nor does one of a person who
   * has been erased. Where it rejects, none of them is kept.
   */
  append: (events: readonly DatedEvent[]) => Promise<readonly boolean[]>
  /** How many events were given to `append` that it has not answered yet. */
  waiting: () => number
  /** The journeys that anybody started, the one with the latest milestone first. Bots aside. */
  journeys: (writeKey: string) => Promise<readonly JourneySummary[]>
  evidence: (writeKey: string, journey: string, options?: EvidenceOptions) => Promise<Evidence>
  /**
   * Results of `evidence`, worked out where that holds up nobody who sends. Left out by stores that
   * have no such place.
   */
  readonly aside?: Ask | undefined
  /** `evidence` in pieces. Left out by stores that keep it in this process anyway. */
  readonly pages?: EvidencePages | undefined
  /**
   * How long people have each step open, from when they first saw it until they first completed it,
   * of the events that are kept. Only steps that 20 have completed. Bots and the inspector aside.
   * Reads all events in SQLite, those of these names in ClickHouse: ask for it every ten minutes.
   */
  baseline: (writeKey: string, journey: string) => Promise<Baseline>
  /**
   * What signed-in users with these traits (of their own or their company's) kept of a setup: the latest
   * that each applied and has not undone since. `undefined` of fewer than 20. Bots and the inspector
   * aside. Costs what `baseline` costs.
   */
  similar: (
    ...asked: [writeKey: string, journey: string, setup: string, traits: WantedTraits]
  ) => Promise<Similar | undefined>
  /**
   * What the customer's servers tracked of a user (with the product's secret), in the order in which
   * it was stored: at most `limit`, after the one with this id. From the first one on where that is
   * `undefined` or gone.
   */
  serverEvents: (
    ...asked: [writeKey: string, userId: string, after: string | undefined, limit: number]
  ) => Promise<readonly ServerEvent[]>
  /**
   * All that is stored of a user, and of the devices on which they signed in first: a line of JSON
   * for each thing, without the end of the line, in no order. None for somebody unknown.
   */
  exportPerson: (writeKey: string, userId: string) => AsyncIterable<string>
  /**
   * Resolves when nothing is left of what `exportPerson` would tell, nor is to be found in the
   * store's files. What still comes of them, from these devices too, is dropped from then on.
   * Asking again is safe, and finishes what a crash has interrupted.
   */
  erasePerson: (writeKey: string, userId: string) => Promise<Erased>
  /**
   * Retention: erases events that arrived before `at`, in ms since 1970, and people of whom nothing
   * has arrived since (the day of `at` counts as since). People go as a whole or not at all:
   * milestones, traits and progress of those who are left stay, so that no result becomes that of
   * half a person. Events go on being taken meanwhile.
   */
  eraseBefore: (at: number) => Promise<Erased>
  /**
   * Takes the place of what this device wrote earlier; the later `at` wins. Of a user who has parts
   * of many devices, or progress in many journeys, old ones may go (`progress-bounds.ts`).
   */
  keepProgress: (progress: KeptProgress) => Promise<void>
  /** Of the user's devices, the newest part first: `MOST_PARTS` and one more, at most. */
  progress: (writeKey: string, journey: string, userId: string) => Promise<readonly ProgressPart[]>
  /** Rejects with `StoreError` if nothing could be written now. */
  check: () => Promise<void>
  /** Writes what is waiting, then lets go of the file. Calling it twice is safe. */
  close: () => Promise<void>
}
