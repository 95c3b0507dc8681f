import { onTestFinished } from 'vitest'
import { createCollector, type CollectorOptions } from '../src/collector.ts'
import { serve, type ServeOptions } from '../src/serve.ts'
import { createSqliteStore } from '../src/store/sqlite/sqlite-store.ts'
import { START, WRITE_KEY } from './wire.ts'

export type Setup = Partial<CollectorOptions> &
  Partial<Omit<ServeOptions, 'port'>> & { file?: string }

/** A collector on a free port, stopped after the test. Its clock stands until it is set. */
export async function runCollector({ file = ':memory:', ...options }: Setup = {}) {
  const clock = { now: START }
  const store = createSqliteStore(file)
  const keys = [{ key: WRITE_KEY, origins: ['https://app.example.com', 'https://*.shop.example'] }]
  const collector = createCollector({ store, keys, now: () => clock.now, ...options })
  const server = await serve(collector, { ...options, port: 0 })
  onTestFinished(() => server.close())
  const local = `http://127.0.0.1:${server.port}`

  return {
    clock,
    server,
    url: local,
    send: (body: BodyInit, headers: Record<string, string> = {}) =>
      fetch(`${local}/v1/batch`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
        body,
      }),
    read: async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(local + path, { headers })).json(),
  }
}
