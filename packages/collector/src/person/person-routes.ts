import { json, refuse } from '../answer.ts'
import type { EventStore } from '../store/event-store.ts'

export interface PersonRouteOptions {
  readonly store: EventStore
  readonly writeKeys: readonly string[]
}

/**
 * Makes the route of what a user may ask for by law: `GET /v1/users/:id/export` answers all that is
 * stored of them as JSON lines, `DELETE /v1/users/:id` erases it, and drops what comes late. `key`
 * in the query is the write key of the product (the first one if left out). For whoever holds the
 * read key: that is for the caller to see to.
 */
export function createPersonRoutes({ store, writeKeys }: PersonRouteOptions) {
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const route = toRoute(pathname)
    if (!route) return notFound('There is nothing at this address.')
    const writeKey = searchParams.get('key') ?? writeKeys[0]
    if (writeKey === undefined || !writeKeys.includes(writeKey)) {
      return notFound('No such write key.')
    }
    if (request.method !== route.method) return onlyKnows(route.method)
    return route.method === 'GET'
      ? exportUser(store, writeKey, route.userId)
      : eraseUser(store, writeKey, route.userId)
  }
}

interface Route {
  readonly method: 'GET' | 'DELETE'
  readonly userId: string
}

const PATH = /^\/v1\/users\/([^/]+)(\/export)?$/

function toRoute(pathname: string): Route | undefined {
  const [, encoded, exporting] = PATH.exec(pathname) ?? []
  const userId = decode(encoded ?? '')
  if (userId === '') return undefined
  return { method: exporting === undefined ? 'DELETE' : 'GET', userId }
}

/** Empty where it is no encoded text. */
function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

/** Read as fast as it is taken, so that nobody's life must fit into memory. */
function exportUser(store: EventStore, writeKey: string, userId: string): Response {
  const lines = store.exportPerson(writeKey, userId)[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${value}\n`))
    },
    async cancel() {
      await lines.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="user.jsonl"',
      'content-type': 'application/x-ndjson; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** 404 the second time: there is nothing left to erase. */
async function eraseUser(store: EventStore, writeKey: string, userId: string): Promise<Response> {
  const { events, people } = await store.erasePerson(writeKey, userId)
  if (people === 0) return notFound('Nothing is stored of this user.')
  return json({ erased: { events } })
}

function notFound(message: string): Response {
  return refuse({ status: 404, code: 'not-found', message })
}

function onlyKnows(method: string): Response {
  const message = `Only ${method} is known here.`
  return refuse({ status: 405, code: 'method', message, headers: { allow: method } })
}
