import type { Journey } from '@firstwin/schema'
import { refuse } from '../answer.ts'
import { only, onlyGet } from '../methods.ts'
import { createPersonRoutes } from '../person/person-routes.ts'
import { clientAddress } from '../receive/client-address.ts'
import type { WriteKey } from '../receive/write-key.ts'
import type { EventStore } from '../store/event-store.ts'
import type { LiveWins } from './live-wins.ts'
import { isLocal, readAccess, type Connection } from './read-access.ts'
import { createReadGuard, type ReadKey } from './read-guard.ts'
import { createReadRoutes } from './read-routes.ts'
import { isOurPage } from './same-site.ts'
import { createSignIn } from './sign-in.ts'
import { createStaticFiles } from './static-files.ts'

export interface ReadingOptions {
  readonly store: EventStore
  readonly live: LiveWins
  readonly keys: readonly WriteKey[]
  readonly readKey?: string | undefined
  readonly journeys?: readonly Journey[] | undefined
  readonly scriptTag?: ((writeKey: string) => string) | undefined
  readonly studioDir?: string | undefined
  readonly trustProxy?: number | undefined
  readonly now: () => number
  readonly metrics: () => Promise<Response>
}

/** Answers what somebody reads; `undefined` where there is nothing of the kind at this path. */
export type Reading = (request: Request, connection: Connection) => Promise<Response | undefined>

export function createReading(options: ReadingOptions): Reading {
  const { keys, now, trustProxy = 0 } = options
  const writeKeys = keys.map(({ key }) => key)
  const readKeys = readKeysOf(options)
  const guard = readKeys.length > 0 ? createReadGuard({ readKeys, now }) : undefined
  const routes = createReadRoutes({ ...options, journeys: options.journeys ?? [] })
  const signIn = createSignIn(guard)
  const files = createStaticFiles(options.studioDir)
  const accessOf = (request: Request, connection: Connection) =>
    readAccess(request, connection, { guard, writeKeys, trustProxy })

  /** What watches the collector runs beside it, or has the key of whoever runs it. */
  async function metrics(request: Request, connection: Connection): Promise<Response> {
    if (isLocal(request, connection)) return options.metrics()
    const outcome = accessOf(request, connection)
    if (!outcome.ok) return refuse(outcome.problem)
    if (outcome.access.operator) return options.metrics()
    const message = 'A product’s secret does not open the metrics. Send the read key.'
    return refuse({ status: 403, code: 'operator', message })
  }

  /** A cookie alone does not change anything: a browser sends it whoever made it ask. */
  async function person(request: Request, connection: Connection): Promise<Response> {
    const outcome = accessOf(request, connection)
    if (!outcome.ok) return refuse(outcome.problem)
    const { writeKeys: own, byCookie } = outcome.access
    if (byCookie && request.method !== 'GET' && !isOurPage(request)) return refuse(CROSS_SITE)
    return createPersonRoutes({ store: options.store, writeKeys: own })(request)
  }

  return async (request, connection) => {
    const { pathname: path } = new URL(request.url)
    if (path === '/metrics') return onlyGet(request, () => metrics(request, connection))
    if (path === '/v1/sign-in') {
      const forwarded = request.headers.get('x-forwarded-for') ?? undefined
      const address = clientAddress(connection.address, forwarded, trustProxy)
      return only('POST', request, () => signIn(request, address))
    }
    if (path.startsWith('/v1/users/')) return person(request, connection)
    const route = routes.get(path)
    if (route) {
      const outcome = accessOf(request, connection)
      return onlyGet(request, async () =>
        outcome.ok ? route(request, outcome.access) : refuse(outcome.problem),
      )
    }
    const file = await files(path)
    return file && onlyGet(request, async () => file)
  }
}

const CROSS_SITE = {
  status: 403,
  code: 'cross-site',
  message: 'Another site asked for this. Send the read key as Authorization: Bearer.',
}

/** The key of who runs the collector opens all products, the secret of a product that one. */
function readKeysOf({ keys, readKey }: ReadingOptions): ReadKey[] {
  const writeKeys = keys.map(({ key }) => key)
  const ofAll = readKey === undefined ? [] : [{ secret: readKey, writeKeys, operator: true }]
  const ofOne = keys.flatMap(({ key, secret }) =>
    secret === undefined ? [] : [{ secret, writeKeys: [key], operator: false }],
  )
  return [...ofAll, ...ofOne]
}
