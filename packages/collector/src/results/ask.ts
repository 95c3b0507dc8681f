import type { Evidence, EvidencePages, EventStore } from '../store/event-store.ts'
import { latestWins, type WinEntry } from './latest-wins.ts'
import { toPeople } from './person.ts'
import { results, resultsOfPages, type Results, type ResultsQuestion } from './results.ts'

/** Of which evidence. */
export interface Asked {
  readonly writeKey: string
  readonly journey: string
  /** Also what bots did. @default false */
  readonly bots?: boolean
}

export interface ResultsAsked extends Asked {
  readonly question: ResultsQuestion
}

export interface WinsAsked extends Asked {
  /** The latest ones, so many. All if left out. */
  readonly limit?: number
  /** Only those that these events reported first. */
  readonly ids?: readonly string[]
}

/** Answers about results, the latest wins first. Rejects with `StoreError` as the store does. */
export interface Ask {
  results: (asked: ResultsAsked) => Promise<Results>
  wins: (asked: WinsAsked) => Promise<readonly WinEntry[]>
}

/** The store's own way, which holds nobody up, or page by page, or else of all at once. */
export function createAsk(store: EventStore): Ask {
  const { aside, pages } = store
  const evidenceOf = ({ writeKey, journey, bots = false }: Asked): Promise<Evidence> =>
    store.evidence(writeKey, journey, { bots })
  if (aside) return aside
  if (pages) return askPages(pages)
  return {
    results: async (asked) => results(await evidenceOf(asked), asked.question),
    wins: async (asked) => pickWins(await evidenceOf(asked), asked),
  }
}

function askPages(pages: EvidencePages): Ask {
  return {
    results: ({ writeKey, journey, bots = false, question }) =>
      resultsOfPages(pages, { writeKey, journey, bots }, question),
    wins: async (asked) => pickWins(await pages.winners(asked), asked),
  }
}

export function pickWins(evidence: Evidence, { limit, ids }: WinsAsked): readonly WinEntry[] {
  const wins = latestWins(toPeople(evidence))
  const wanted = ids && new Set(ids)
  return wins.filter(({ id }) => wanted?.has(id) ?? true).slice(0, limit)
}
