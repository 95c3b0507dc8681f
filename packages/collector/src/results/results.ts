import type { Journey, Tier } from '@firstwin/schema'
import type { Evidence, EvidencePages, PagesAsked } from '../store/event-store.ts'
import { createFunnelTally } from './funnel-tally.ts'
import { journeyTitles, type JourneyTitles } from './journey-titles.ts'
import type { PathFunnel, TaskOrder } from './path-funnel.ts'
import { toPeople, type Person } from './person.ts'
import type { TierResult } from './tier-result.ts'
import { createTierTally } from './tier-tally.ts'
import { firstClock } from './time-to-value.ts'

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
export function results(evidence: Evidence, question: ResultsQuestion): Results {
  const tally = createTally(question, firstClock(evidence.milestones))
  for (const person of toPeople(evidence)) tally.add(person)
  return tally.finish()
}

/** The same of evidence that comes in pages, of which only one is in memory. */
export async function resultsOfPages(
  pages: EvidencePages,
  asked: Omit<PagesAsked, 'clock'>,
  question: ResultsQuestion,
): Promise<Results> {
  const clock = clockName(question.journey) ?? (await pages.firstClock(asked))
  const tally = createTally(question, clock)
  for await (const page of pages.read({ ...asked, clock })) {
    for (const person of toPeople(page)) tally.add(person)
  }
  return tally.finish()
}

/** `clock` is that of those whom nothing else tells, if the journey is not known. */
function createTally({ id, now, journey }: ResultsQuestion, found: string | undefined) {
  const clock = clockName(journey) ?? found
  const tiers = TIERS.map((tier) => createTierTally({ tier, now, clock }))
  const funnels = createFunnelTally()
  return {
    add(person: Person): void {
      for (const tier of tiers) tier.add(person)
      funnels.add(person)
    },
    finish: (): Results => ({
      journey: id,
      now,
      titles: journeyTitles(journey),
      tiers: tiers.map((tier) => tier.finish()),
      paths: funnels.finish(taskOrder(journey)),
    }),
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
