import type { Journey } from '@firstwin/schema'
import { json, refuse } from '../answer.ts'
import { latestWins } from '../results/latest-wins.ts'
import { toPeople } from '../results/person.ts'
import { results } from '../results/results.ts'
import type { EventStore } from '../store/event-store.ts'
import type { LiveWins } from './live-wins.ts'

export interface ReadRouteOptions {
  readonly store: EventStore
  readonly live: LiveWins
  readonly writeKeys: readonly string[]
  readonly journeys: readonly Journey[]
  readonly now: () => number
}

export type Route = (request: Request) => Promise<Response>

const DEFAULT_WINS = 20
const MAX_WINS = 200

/**
 * What the results screen asks, by path. Each takes `key`, the write key of the product (the first
 * one if left out), and all but `/v1/journeys` need `journey`.
 */
export function createReadRoutes(options: ReadRouteOptions): Readonly<Record<string, Route>> {
  const { store, live, journeys, now } = options
  const route = (answer: (topic: Topic) => Promise<Response>): Route => withTopic(options, answer)

  return {
    '/v1/journeys': route(async ({ writeKey }) =>
      json({ journeys: await store.journeys(writeKey) }),
    ),
    '/v1/results': route(async ({ writeKey, journey: id }) => {
      const evidence = await store.evidence(writeKey, id)
      const journey = journeys.find((known) => known.id === id)
      return json(results(evidence, { id, now: now(), journey }))
    }),
    '/v1/wins': route(async ({ writeKey, journey, limit }) => {
      const people = toPeople(await store.evidence(writeKey, journey))
      return json({ wins: latestWins(people).slice(0, limit) })
    }),
    '/v1/live': route(async (topic) => live.listen(topic)),
  }
}

interface Topic {
  readonly writeKey: string
  readonly journey: string
  readonly limit: number
}

function withTopic({ writeKeys }: ReadRouteOptions, answer: (topic: Topic) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
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
    return answer({ writeKey, journey, limit })
  }
}
