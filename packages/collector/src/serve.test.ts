import { request, type IncomingMessage } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCollector } from '../test/running-collector.ts'
import { createCollector } from './collector.ts'
import { serve } from './serve.ts'
import { createSqliteStore } from './store/sqlite/sqlite-store.ts'

/** `fetch` sends neither this method nor such paths. */
function ask(port: number, method: string, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method, path }, (answer) => resolve(answer.resume()))
      .on('error', reject)
      .end()
  })
}

describe('serve', () => {
  it('says that it stops before it does', async () => {
    const steps: string[] = []
    const collector = createCollector({
      store: createSqliteStore(':memory:'),
      keys: [{ key: 'pk', origins: '*' }],
    })
    const watched = {
      ...collector,
      retire: () => {
        steps.push('retire')
        collector.retire()
      },
      close: async () => {
        steps.push('close')
        await collector.close()
      },
    }
    const server = await serve(watched, { port: 0, retireMs: 1 })
    await server.close()
    expect(steps).toEqual(['retire', 'close'])
  })

  it('refuses TRACE, and goes on', async () => {
    const { server, read } = await runCollector()
    const { statusCode, headers } = await ask(server.port, 'TRACE', '/')
    expect([statusCode, headers.allow]).toEqual([405, 'GET, POST'])
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  it.each(['//', '*', 'http://[', '/%'])('goes on after the target %s', async (path) => {
    const { server, read } = await runCollector()
    const { statusCode = 0 } = await ask(server.port, 'GET', path)
    expect(statusCode).toBeLessThan(500)
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  const changed = [
    '//evil/metrics',
    '/x/../metrics',
    '/x/%2e%2e/metrics',
    '/./metrics',
    '/x\\..\\metrics',
  ]
  it.each(changed)(
    'finds nothing at %s, which a proxy does not take for /metrics',
    async (path) => {
      const { server } = await runCollector()
      expect((await ask(server.port, 'GET', '/metrics')).statusCode).toBe(200)
      expect((await ask(server.port, 'GET', path)).statusCode).toBe(404)
    },
  )

  it('takes a full URL for its path', async () => {
    const { server } = await runCollector()
    expect((await ask(server.port, 'GET', 'http://x/v1/journeys?key=pk_test')).statusCode).toBe(200)
    expect((await ask(server.port, 'GET', 'http://x/y/../metrics')).statusCode).toBe(404)
  })

  it('cuts the connection where an answer fails on its way, and goes on', async () => {
    const collector = createCollector({
      store: createSqliteStore(':memory:'),
      keys: [{ key: 'pk', origins: '*' }],
    })
    const broken = () =>
      new Response(new ReadableStream({ pull: () => Promise.reject(Error('x')) }))
    const fetchOrBreak: typeof collector.fetch = async (asked, connection) =>
      asked.url.endsWith('/broken') ? broken() : collector.fetch(asked, connection)
    const server = await serve({ ...collector, fetch: fetchOrBreak }, { port: 0 })
    onTestFinished(() => server.close())
    const cut = fetch(`${server.url}/broken`).then((answer) => answer.text())
    await expect(cut).rejects.toThrow('terminated')
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
