import type { Journey, Tier } from '@firstwin/schema'
import type { Evidence } from '../store/event-store.ts'
import { journeyTitles, type JourneyTitles } from './journey-titles.ts'
import { pathFunnels, type PathFunnel, type TaskOrder } from './path-funnel.ts'
import { toPeople } from './person.ts'
import { tierResult, type TierResult } from './tier-result.ts'

const TIERS: readonly Tier[] = ['aha', 'first-strike', 'long-term']

/** The answer to `GET /v1/results`. Times are in ms, moments in ms since 1970. */
export interface Results {
  readonly journey: string
  /** As of when: people who are still open are watched up to here. */
  readonly now: number
  readonly titles: JourneyTitles
  /** Always the three of them, in the order in which they are reached. */
  readonly tiers: readonly TierResult[]
  readonly paths: readonly PathFunnel[]
}

export interface ResultsQuestion {
  readonly id: string
  readonly now: number
  /** For its clock, its titles and the order of its tasks. */
  readonly journey: Journey | undefined
}

/** Everything the results screen shows of a journey but its latest wins. Pure. */
export function results(evidence: Evidence, { id, now, journey }: ResultsQuestion): Results {
  const people = toPeople(evidence)
  return {
    journey: id,
    now,
    titles: journeyTitles(journey),
    tiers: TIERS.map((tier) => tierResult(people, { tier, now, clock: clockName(journey) })),
    paths: pathFunnels(people, taskOrder(journey)),
  }
}

function taskOrder(journey: Journey | undefined): TaskOrder {
  const paths = journey?.paths ?? []
  return Object.fromEntries(paths.map(({ id, tasks }) => [id, tasks.map((task) => task.id)]))
}

function clockName(journey: Journey | undefined): string | undefined {
  const start = journey?.clock?.start
  return typeof start === 'object' ? `trait:${start.trait}` : start
}
