import { createServer, type Server } from 'node:http'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCollector } from '../../src/collector.ts'
import { createNodeHandler } from '../../src/node-handler.ts'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { ACME, bearer } from '../tenants.ts'
import { batch, started, START } from '../wire.ts'

type Ask = (path: string, init?: RequestInit) => Promise<Response>

function collectorAt(basePath?: string) {
  const store = createSqliteStore(':memory:')
  const collector = createCollector({ store, keys: [ACME], now: () => START, basePath })
  onTestFinished(() => collector.close())
  return collector
}

async function listen(server: Server): Promise<Ask> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init)
}

/** In the customer's own server, beside their own routes. */
const mounted: [where: string, mount: () => Promise<Ask>][] = [
  [
    'node:http, below a path',
    async () => {
      const answer = createNodeHandler(collectorAt('/firstwin'))
      return listen(
        createServer((incoming, outgoing) => {
          if (incoming.url?.startsWith('/firstwin/')) answer(incoming, outgoing)
          else outgoing.end('their own')
        }),
      )
    },
  ],
  [
    'Hono, which cuts the path off',
    async () => {
      const collector = collectorAt()
      const app = new Hono()
      app.get('/', (context) => context.text('their own'))
      app.mount('/firstwin', (request) => collector.fetch(request))
      return async (path, init) => app.request(path, init)
    },
  ],
  [
    'Hono, by a route',
    async () => {
      const collector = collectorAt('/firstwin')
      const app = new Hono()
      app.get('/', (context) => context.text('their own'))
      app.all('/firstwin/*', (context) => collector.fetch(context.req.raw))
      return async (path, init) => app.request(path, init)
    },
  ],
]

describe.each(mounted)('a collector in %s', (_where, mount) => {
  it('takes events, and tells whoever has the secret', async () => {
    const ask = await mount()
    const headers = { 'content-type': 'text/plain', origin: 'https://acme.example' }
    const body = batch([started({ user: 'u1' })]).replace('pk_test', ACME.key)
    const sent = await ask('/firstwin/v1/batch', { method: 'POST', headers, body })
    expect(await sent.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    expect(sent.headers.get('access-control-allow-origin')).toBe('https://acme.example')
    const read = await ask('/firstwin/v1/journeys', { headers: bearer(ACME.secret) })
    expect(await read.json()).toMatchObject({ journeys: [{ id: 'mail-tool' }] })
    const person = await ask('/firstwin/v1/users/u1/export', { headers: bearer(ACME.secret) })
    expect(await person.text()).toContain('journey_started')
  })

  it('does not open results to whoever reaches the server', async () => {
    const ask = await mount()
    expect((await ask('/firstwin/v1/journeys')).status).toBe(401)
    expect((await ask('/firstwin/metrics', { headers: bearer(ACME.secret) })).status).not.toBe(500)
  })

  it('leaves other paths alone', async () => {
    const ask = await mount()
    expect(await (await ask('/')).text()).toBe('their own')
    expect((await ask('/firstwin/nothing')).status).toBe(404)
  })
})

it('a collector behind something that reads bodies says so, and does not keep its sender waiting', async () => {
  const answer = createNodeHandler(collectorAt())
  const ask = await listen(
    createServer((incoming, outgoing) => {
      incoming.resume().on('end', () => setImmediate(answer, incoming, outgoing))
    }),
  )
  for (const path of ['/v1/batch', '/v1/progress']) {
    const headers = { 'content-type': 'text/plain' }
    const sent = await ask(path, { method: 'POST', headers, body: batch([]) })
    expect(sent.status).toBe(500)
    expect(await sent.json()).toMatchObject({ message: expect.stringContaining('before body') })
  }
})

it('a collector below a path answers nothing beside it', async () => {
  const { fetch: answer } = collectorAt('/firstwin')
  for (const path of ['/v1/batch', '/firstwinner/v1/batch', '/healthz']) {
    const request = new Request(`http://host${path}`, { method: 'POST' })
    expect((await answer(request)).status).toBe(404)
  }
  const slashes = new Request('http://host/firstwin//evil/v1/journeys', {
    headers: bearer(ACME.secret),
  })
  expect((await answer(slashes)).status).toBe(404)
  expect((await answer(new Request('http://host/firstwin/healthz'))).status).toBe(200)
})

it.each(['firstwin', '/firstwin/', '/', '/a b'])('refuses to be mounted at %j', (basePath) => {
  expect(() => collectorAt(basePath)).toThrow('basePath')
})
