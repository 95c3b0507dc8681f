import type { DismissReason } from '@firstwin/schema'

/**
 * What is remembered of one user in one journey, across sessions: plain JSON. It names ids and
 * times only, never traits or texts. Nothing in it is ever taken back by an edited journey.
 */
export interface Memory {
  version: 1
  firstSeenAt: number
  /** `journey_started` was reported. */
  started: boolean
  events: Readonly<Record<string, EventMemory>>
  /** When each win was reached. */
  wins: Readonly<Record<string, number>>
  /** When the celebration of each win was shown. */
  celebrated: Readonly<Record<string, number>>
  guides: Readonly<Record<string, GuideMemory>>
  /** Messages and surveys, by kind and id: `message:welcome-letter`. */
  seen: Readonly<Record<string, Seen>>
  /** Which questions of each survey are answered; the answers themselves are only reported. */
  answered: Readonly<Record<string, readonly string[]>>
  /** The furthest each path ever was, 0…1. 1 stays 1 when a task is added later. */
  best: Readonly<Record<string, number>>
  /** Paths whose goodbye was read. */
  goodbyes: readonly string[]
  checklist: ChecklistState
  /** What is needed to join this with what the user's other devices know. Absent until it is. */
  sync?: SyncMemory
}

export interface SyncMemory {
  /** Names this memory among those of the user's devices; a memory that is begun anew has another. */
  device: string
  /** Of the counts in `events`, how many are those of each other device. */
  others: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How the guides were when they were last looked at. */
  marks: Readonly<Record<string, GuideMark>>
  /** A hash of the part that the collector has. */
  sent?: string
}

/** What orders the states of one guide across devices. */
export interface GuideMark {
  /** How often it was begun anew after it had ended. */
  round: number
  /** When it changed last, in ms since 1970; later than every change that this device knew of. */
  at: number
  /** The guide as JSON. */
  text: string
}

export interface EventMemory {
  count: number
  /** The newest times, oldest first; kept only for events that a condition counts in a window. */
  times: readonly number[]
}

export type GuideMemory =
  | {
      status: 'active'
      step: string
      /** When the step was first seen. */
      viewedAt?: number
      stuck?: boolean
      missing?: boolean
    }
  | { status: 'dismissed'; step: string; reason: DismissReason; session: string }
  | { status: 'completed' }

export interface Seen {
  at: number
  session: string
  /** How it ended. Absent: it was on screen when the page went away. */
  end?: 'closed' | 'later' | 'followed' | 'declined' | 'answered'
}

/**
 * `away`: folded because the user works on one of its tasks. `returning`: that task is done, or the
 * list made room for something, so it unfolds as soon as nothing else is shown.
 */
export type ChecklistState = 'open' | 'closed' | 'away' | 'returning'

export function emptyMemory(now: number): Memory {
  return {
    version: 1,
    firstSeenAt: now,
    started: false,
    events: {},
    wins: {},
    celebrated: {},
    guides: {},
    seen: {},
    answered: {},
    best: {},
    goodbyes: [],
    checklist: 'closed',
  }
}
