import type { Journey } from '@firstwin/schema'
import { NOTHING_HERE, refuse, refusal, toResponse, type Reply } from './answer.ts'
import { checkOptions } from './check-options.ts'
import { reasonOf } from './errors.ts'
import type { IdentityOptions } from './identity/identity-options.ts'
import { onlyGet } from './methods.ts'
import { createHealthRoutes } from './operate/health-routes.ts'
import type { Log } from './operate/log.ts'
import { createUnderWay } from './operate/under-way.ts'
import { createAnnounce } from './read/announce.ts'
import { createReading } from './read/create-reading.ts'
import { createLiveWins } from './read/live-wins.ts'
import type { Connection } from './read/read-access.ts'
import { corsHeaders, readableOrigin } from './receive/cors.ts'
import { createReceiving } from './receive/create-receiving.ts'
import { FORMS } from './receive/forms.ts'
import { fromRequest, type Incoming } from './receive/incoming.ts'
import type { Limits } from './receive/limits.ts'
import { unavailable } from './receive/unavailable.ts'
import type { WriteKey } from './receive/write-key.ts'
import type { EventStore } from './store/event-store.ts'

export interface CollectorOptions {
  readonly store: EventStore
  /** The write keys of the products that report here, and the pages that may use each. */
  readonly keys: readonly WriteKey[]
  /**
   * Secret of at least 16 characters for whoever runs the collector: reads the results of all
   * products, and the metrics. Without it, and without a secret of any product, results are shown on
   * the collector's own machine only, and refused where a proxy says that it handed the request on.
   * Behind a proxy that does not say so anybody could read: set one there.
   */
  readonly readKey?: string | undefined
  /** How users prove who they are. A product may have its own. @default off */
  readonly identity?: IdentityOptions | undefined
  /** Journeys whose titles and order of tasks the results use. Others are shown by their ids. */
  readonly journeys?: readonly Journey[] | undefined
  /**
   * The script tag of the product with this write key, as it is pasted into pages. The results screen
   * shows it until somebody has started a journey; without it, a form to be filled in.
   */
  readonly scriptTag?: ((writeKey: string) => string) | undefined
  /** Folder of the built results screen. Without it there is the reading interface only. */
  readonly studioDir?: string | undefined
  /** The path that the collector is mounted under, without a slash at its end. @default '' */
  readonly basePath?: string | undefined
  /** How much may come, how fast. */
  readonly limits?: Partial<Limits> | undefined
  /**
   * How many proxies of yours stand before the collector and append to `X-Forwarded-For`. With 0 that
   * header is not looked at: anybody can write it. @default 0
   */
  readonly trustProxy?: number | undefined
  /** Which user agents are programs, whose events are kept apart. @default a list of our own */
  readonly isBot?: ((userAgent: string) => boolean) | undefined
  /** Ms since 1970. @default Date.now */
  readonly now?: (() => number) | undefined
  /** Told what the operator should know. Silent by default. */
  readonly log?: Log | undefined
}

export interface Collector {
  /**
   * Answers a request. Never rejects. `connection` is what the server knows of it; without one,
   * results need a read key, and requests are not limited by address.
   */
  fetch: (request: Request, connection?: Connection) => Promise<Response>
  /**
   * Answers a request that brings events or progress, as `fetch` does, without the standard objects,
   * which cost as much as the rest. `undefined` if its path takes neither.
   */
  receive: (incoming: Incoming) => Promise<Reply> | undefined
  /** Says at `/readyz` that nothing more should be sent here. Everything else goes on. */
  retire: () => void
  /**
   * Ends live connections, refuses what comes now, answers what is under way (for five seconds at
   * most), closes the store.
   */
  close: () => Promise<void>
}

/** For senders whose batch is still under way when the collector stops. */
const GRACE_MS = 5_000
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
  checkOptions(options)
  const { store, keys, basePath = '', now = Date.now, log = () => undefined } = options
  let life: 'serving' | 'retiring' | 'closed' = 'serving'
  const live = createLiveWins(every)
  const underWay = createUnderWay()
  const onStored = createAnnounce({ store, live, log })
  const receiving = createReceiving({ ...options, now, log, onStored })
  const { metrics } = receiving
  const health = createHealthRoutes({ store, metrics, now, stopping: () => life !== 'serving' })
  const read = createReading({ ...options, live, now, metrics: health.metrics })

  function receiveHere(incoming: Incoming): Promise<Reply> | undefined {
    const path = pathBelow(basePath, incoming.path) ?? ''
    const form = FORMS.get(path)
    if (!form && path !== '/v1/progress') return undefined
    if (life === 'closed') return Promise.resolve(stopping(incoming, keys))
    const reply = form ? receiving.receive(incoming, form) : receiving.receiveProgress(incoming)
    return underWay.watch(reply.catch((error: unknown) => failed(error, log)))
  }

  async function answer(request: Request, connection: Connection): Promise<Response> {
    const { pathname } = new URL(request.url)
    const received = receiveHere(fromRequest(request, pathname, connection.address))
    if (received) return toResponse(await received)
    const path = pathBelow(basePath, pathname)
    if (path === '/healthz') return onlyGet(request, health.healthz)
    if (path === '/readyz') return onlyGet(request, health.readyz)
    if (life === 'closed') return refuse(unavailable(STOPPING))
    if (path === undefined) return refuse(NOTHING_HERE)
    return (await read(atPath(request, path), connection)) ?? refuse(NOTHING_HERE)
  }

  return {
    fetch: (request, connection = REMOTE) =>
      answer(request, connection).catch((error: unknown) => toResponse(failed(error, log))),
    receive: receiveHere,
    retire() {
      if (life === 'serving') life = 'retiring'
    },
    async close() {
      life = 'closed'
      live.close()
      await underWay.settled(GRACE_MS)
      await store.close()
    },
  }
}

const STOPPING = 'The collector is stopping. Send again later.'

/** `undefined` where a path is not below the one that the collector is mounted under. */
function pathBelow(basePath: string, path: string): string | undefined {
  if (!path.startsWith(basePath)) return undefined
  const rest = path.slice(basePath.length)
  if (rest === '') return '/'
  return rest.startsWith('/') ? rest : undefined
}

/** The request as if the collector were mounted nowhere. */
function atPath(request: Request, path: string): Request {
  const url = new URL(request.url)
  if (url.pathname === path) return request
  // Set, not joined: a path that begins with two slashes would become a host.
  url.pathname = path
  return new Request(url, request)
}

/** The page that sent a batch may read when to come back. */
function stopping(incoming: Incoming, keys: readonly WriteKey[]): Reply {
  const origin = readableOrigin(incoming.header('origin'), keys)
  const problem = unavailable(STOPPING)
  return refusal({ ...problem, headers: { ...problem.headers, ...corsHeaders(origin) } })
}

function failed(error: unknown, log: Log): Reply {
  log({ level: 'error', event: 'request-failed', message: reasonOf(error) })
  return refusal({
    status: 500,
    code: 'failed',
    message: 'The collector failed. See its log.',
  })
}

function every(ms: number, beat: () => void): () => void {
  const timer = setInterval(beat, ms)
  return () => clearInterval(timer)
}
