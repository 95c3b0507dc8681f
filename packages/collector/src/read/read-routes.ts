import type { Journey } from '@firstwin/schema'
import { json, refuse, text } from '../answer.ts'
import { createAsk } from '../results/ask.ts'
import type { Results } from '../results/results.ts'
import type { EventStore } from '../store/event-store.ts'
import type { Access } from './access.ts'
import type { LiveWins } from './live-wins.ts'
import { resultsCsv } from './results-csv.ts'

export interface ReadRouteOptions {
  readonly store: EventStore
  readonly live: LiveWins
  readonly journeys: readonly Journey[]
  readonly scriptTag?: ((writeKey: string) => string) | undefined
  readonly now: () => number
}

/** Answers somebody who may read that much. */
export type ReadRoute = (request: Request, access: Access) => Promise<Response>

const DEFAULT_WINS = 20
const MAX_WINS = 200
const CSV_HEADERS = { 'content-disposition': 'attachment; filename="results.csv"' }

/**
 * What the results screen asks, by path. Each takes `key`, the write key of the product (the first
 * one that may be read, if left out), and all but `/v1/journeys` need `journey`. `bots=include` counts
 * what programs did, too.
 */
export function createReadRoutes(options: ReadRouteOptions): ReadonlyMap<string, ReadRoute> {
  const { store, live, journeys, now, scriptTag } = options
  const ask = createAsk(store)

  function resultsOf({ writeKey, journey: id, bots }: Topic): Promise<Results> {
    const journey = journeys.find((known) => known.id === id)
    return ask.results({ writeKey, journey: id, bots, question: { id, now: now(), journey } })
  }

  return new Map([
    [
      '/v1/journeys',
      withTopic(async ({ writeKey }) =>
        json({ journeys: await store.journeys(writeKey), scriptTag: scriptTag?.(writeKey) }),
      ),
    ],
    ['/v1/results', withTopic(async (topic) => json(await resultsOf(topic)))],
    [
      '/v1/results.csv',
      withTopic(async (topic) =>
        text(resultsCsv(await resultsOf(topic)), 'text/csv; charset=utf-8', CSV_HEADERS),
      ),
    ],
    ['/v1/wins', withTopic(async (topic) => json({ wins: await ask.wins(topic) }))],
    ['/v1/live', withTopic(async (topic) => live.listen(topic))],
  ])
}

interface Topic {
  readonly writeKey: string
  readonly journey: string
  readonly limit: number
  readonly bots: boolean
}

function withTopic(answer: (topic: Topic) => Promise<Response>): ReadRoute {
  return async (request, { writeKeys }) => {
    const { pathname, searchParams } = new URL(request.url)
    const writeKey = searchParams.get('key') ?? writeKeys[0]
    if (writeKey === undefined || !writeKeys.includes(writeKey)) {
      return refuse({ status: 404, code: 'key', message: 'No such write key.' })
    }
    const journey = searchParams.get('journey') ?? ''
    if (journey === '' && pathname !== '/v1/journeys') {
      const message = 'Say which journey: ?journey=its-id. /v1/journeys lists them.'
      return refuse({ status: 400, code: 'journey', message })
    }
    const limit = Number(searchParams.get('limit') ?? DEFAULT_WINS)
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_WINS) {
      const message = `limit is a number from 1 to ${MAX_WINS}.`
      return refuse({ status: 400, code: 'limit', message })
    }
    const bots = searchParams.get('bots') === 'include'
    return answer({ writeKey, journey, limit, bots })
  }
}
