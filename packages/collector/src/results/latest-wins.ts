import type { Tier } from '@firstwin/schema'
import { toRef, type Person, type PersonRef } from './person.ts'
import { timeToValue } from './time-to-value.ts'

/** One small win of one person. */
export interface WinEntry {
  /** The `messageId` of the event that reported it first. */
  readonly id: string
  readonly win: string
  readonly tier: Tier | undefined
  /** Ms since 1970. */
  readonly at: number
  readonly person: PersonRef
  readonly ttvMs: number
}

/** The wins of all people, the latest first. */
export function latestWins(people: readonly Person[]): WinEntry[] {
  return people.flatMap(winsOf).toSorted(byLatest)
}

/** Of the same time by id. */
function byLatest(one: WinEntry, other: WinEntry): number {
  if (one.at !== other.at) return other.at - one.at
  if (one.id === other.id) return 0
  return one.id < other.id ? 1 : -1
}

function winsOf(person: Person): WinEntry[] {
  const ref = toRef(person)
  return person.milestones
    .filter(({ kind }) => kind === 'win')
    .map((win) => ({
      id: win.messageId,
      win: win.subject,
      tier: win.tier,
      at: win.at,
      person: ref,
      ttvMs: timeToValue(person, win).ms,
    }))
}
