import type { Tier } from '@firstwin/schema'
import type { CurvePoint, MedianEstimate } from './kaplan-meier.ts'
import { toRef, type Person, type PersonRef } from './person.ts'
import { firstClock, timeToValue, waitedMs } from './time-to-value.ts'

/** Everything there is to say about one tier: is it reached, by how many, how fast. */
export interface TierResult {
  readonly tier: Tier
  /** People who started the journey. */
  readonly started: number
  /** Those of them with a win of this tier. */
  readonly reached: number
  /** The others, who may still get there. */
  readonly open: number
  /** `undefined` while fewer than half have got there. */
  readonly median: MedianEstimate | undefined
  /** At most 2,000 points of it, evenly chosen. */
  readonly curve: readonly CurvePoint[]
  /** Shortest time first, those who are still open last. The first 50,000: `started` counts all. */
  readonly people: readonly PersonResult[]
}

export interface PersonResult extends PersonRef {
  readonly reached: boolean
  /** The time to value, to the first win of the tier; of those still open, the time so far. */
  readonly ms: number
  /** The win. `undefined` of those still open. */
  readonly win: string | undefined
  readonly measuredBy: 'collector' | 'device'
  /** The time to value as the device saw it. */
  readonly deviceMs: number | undefined
}

export interface TierQuestion {
  readonly tier: Tier
  /** As of when, in ms since 1970. */
  readonly now: number
  /** The clock of those whose own wins name none: that of the journey, or see `firstClock`. */
  readonly clock: string | undefined
}

/** What is known of a person in it. */
export function personResult(person: Person, { tier, clock, now }: TierQuestion): PersonResult {
  const ref = toRef(person)
  const win = person.milestones.find((milestone) => milestone.tier === tier)
  if (win) return { ...ref, reached: true, win: win.subject, ...timeToValue(person, win) }
  const ms = waitedMs(person, firstClock(person.milestones) ?? clock, now)
  const open = {
    reached: false,
    win: undefined,
    measuredBy: 'collector',
    deviceMs: undefined,
  } as const
  return { ...ref, ...open, ms }
}
