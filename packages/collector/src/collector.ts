import type { Journey } from '@firstwin/schema'
import { empty, json, refuse } from './answer.ts'
import { checkOptions } from './check-options.ts'
import { reasonOf } from './errors.ts'
import { createAnnounce } from './read/announce.ts'
import { createLiveWins } from './read/live-wins.ts'
import { readProblem, type Connection } from './read/read-access.ts'
import { createReadRoutes, type Route } from './read/read-routes.ts'
import { createReadGuard } from './read/read-guard.ts'
import { createSignIn } from './read/sign-in.ts'
import { createStaticFiles } from './read/static-files.ts'
import { corsHeaders, preflight } from './receive/cors.ts'
import { createRateLimit } from './receive/rate-limit.ts'
import {
  readableOrigin,
  receiveBatch,
  unavailable,
  type WriteKey,
} from './receive/receive-batch.ts'
import type { EventStore } from './store/event-store.ts'

export interface CollectorOptions {
  readonly store: EventStore
  /** The write keys of the products that report here, and the pages that may use each. */
  readonly keys: readonly WriteKey[]
  /**
   * Secret of at least 16 characters for those who read results. Without it they are shown on the
   * collector's own machine only, and refused where a proxy says that it handed the request on.
   * Behind a proxy that does not say so anybody could read: set one there.
   */
  readonly readKey?: string | undefined
  /** Journeys whose titles and order of tasks the results use. Others are shown by their ids. */
  readonly journeys?: readonly Journey[]
  /** Folder of the built results screen. Without it there is the reading interface only. */
  readonly studioDir?: string | undefined
  /** Ms since 1970. @default Date.now */
  readonly now?: () => number
  /** Told what the operator should know: never contents of events, never keys. Silent by default. */
  readonly log?: (line: string) => void
}

export interface Collector {
  /**
   * Answers a request. Never rejects. `connection` is what the server knows of it; without one,
   * results need a read key.
   */
  fetch: (request: Request, connection?: Connection) => Promise<Response>
  /** Ends live connections, refuses what comes now, writes what was accepted, closes the store. */
  close: () => Promise<void>
}

/** Batches of one key: some hundred thousand users at once send fewer. */
const BATCHES_PER_SECOND = 1_000
const REMOTE: Connection = { loopback: false }

/**
 * Receives events at `POST /v1/batch`, keeps them, and answers questions about them.
 *
 * @example
 * const store = createSqliteStore('data/events.db')
 * const collector = createCollector({ store, keys: [{ key: 'pk_demo', origins: '*' }] })
 * await serve(collector, { port: 4000 })
 * @throws {CollectorSetupError} If a key or an origin cannot be right.
 */
export function createCollector(options: CollectorOptions): Collector {
  checkOptions(options.keys, options.readKey)
  const { store, keys, readKey, now = Date.now, log = () => undefined } = options
  const writeKeys = keys.map(({ key }) => key)
  const live = createLiveWins(every)
  const onStored = createAnnounce({ store, live, log })
  const limit = createRateLimit({ burst: BATCHES_PER_SECOND, perSecond: BATCHES_PER_SECOND, now })
  const readRoutes = createReadRoutes({
    store,
    live,
    writeKeys,
    now,
    journeys: options.journeys ?? [],
  })
  const guard = readKey === undefined ? undefined : createReadGuard({ readKey, now })
  const signIn = createSignIn(guard)
  const files = createStaticFiles(options.studioDir)
  const receive = (request: Request) =>
    receiveBatch(request, { store, keys, limit, now, onStored, log })
  let closed = false

  async function answer(request: Request, connection: Connection): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (closed) return stopping(request, keys)
    if (pathname === '/healthz') return onlyGet(request, () => health(store))
    if (pathname === '/v1/batch') return batchRoute(request, keys, receive)
    if (pathname === '/v1/sign-in') return only('POST', request, signIn)
    const route = readRoutes[pathname]
    if (route) {
      const problem = readProblem(request, connection, { guard, writeKeys })
      return onlyGet(request, problem ? async () => refuse(problem) : route)
    }
    const file = await files(pathname)
    if (file) return onlyGet(request, async () => file)
    return refuse({ status: 404, code: 'not-found', message: 'There is nothing at this address.' })
  }

  return {
    async fetch(request, connection = REMOTE) {
      try {
        return await answer(request, connection)
      } catch (error) {
        log(`A request failed: ${reasonOf(error)}`)
        return refuse({
          status: 500,
          code: 'failed',
          message: 'The collector failed. See its log.',
        })
      }
    },
    async close() {
      closed = true
      live.close()
      await store.close()
    },
  }
}

/** The page that sent a batch may read when to come back. */
function stopping(request: Request, keys: readonly WriteKey[]): Response {
  const headers = corsHeaders(readableOrigin(request, keys))
  return refuse(unavailable('The collector is stopping. Send again later.', headers))
}

function batchRoute(request: Request, keys: readonly WriteKey[], receive: Route) {
  if (request.method === 'OPTIONS') return Promise.resolve(preflight(readableOrigin(request, keys)))
  return only('POST', request, receive)
}

function onlyGet(request: Request, route: Route): Promise<Response> {
  return only('GET', request, route)
}

async function only(method: string, request: Request, route: Route): Promise<Response> {
  if (request.method === method) return route(request)
  const headers = { allow: method }
  return refuse({ status: 405, code: 'method', message: `Only ${method} is known here.`, headers })
}

async function health(store: EventStore): Promise<Response> {
  try {
    await store.check()
    return json({ ok: true })
  } catch {
    return empty(503)
  }
}

function every(ms: number, beat: () => void): () => void {
  const timer = setInterval(beat, ms)
  return () => clearInterval(timer)
}
