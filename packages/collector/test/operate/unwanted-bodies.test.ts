import { Agent, request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, READ_KEY } from '../tenants.ts'

const KB = 1_024

/** Sends one request after the other over the same connection, as a proxy does for many people. */
async function oneConnection() {
  const running = await runCollector({
    keys: [ACME],
    readKey: READ_KEY,
    limits: { maxWaitingBytes: 100 * KB },
    // Long past the patience of a test: what is not read would be waited for.
    timeouts: { headersMs: 60_000, requestMs: 60_000 },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const ask = (method: string, path: string, { headers = {}, body = '' } = {}) =>
    new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
      const target = { agent, port: running.server.port, host: '127.0.0.1', method, path, headers }
      request(target, (answer) => {
        const { statusCode = 0, headers: given } = answer
        answer.resume().on('end', () => {
          resolve({ status: statusCode, connection: given.connection })
        })
      })
        .on('error', reject)
        .end(body)
    })
  return { ...running, ask }
}

describe('a body that nobody reads', () => {
  const text = { 'content-type': 'text/plain' }
  const rows: [status: number, method: string, path: string, headers: Record<string, string>][] = [
    [404, 'POST', '/nothing', {}],
    [404, 'POST', '/x/../nothing', {}],
    [404, 'POST', '/', {}],
    [405, 'POST', '/v1/results', {}],
    [405, 'POST', '/metrics', {}],
    [405, 'PUT', '/healthz', {}],
    [401, 'DELETE', '/v1/users/x', { 'content-length': String(300 * KB) }],
    [403, 'OPTIONS', '/v1/batch', { 'content-length': String(300 * KB) }],
    [405, 'PUT', '/v1/batch', {}],
    [415, 'POST', '/v1/batch', { 'content-type': 'image/png' }],
    [429, 'POST', '/v1/batch', text],
    [429, 'POST', '/v1/batch', { ...text, 'transfer-encoding': 'chunked' }],
    [
      403,
      'POST',
      '/v1/sign-in',
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ],
  ]
  it.each(rows)('does not stand in the way of the next request: %i %s %s', async (...row) => {
    const [status, method, path, headers] = row
    const { ask } = await oneConnection()
    expect((await ask(method, path, { headers, body: 'x'.repeat(300 * KB) })).status).toBe(status)
    expect((await ask('GET', '/healthz')).status).toBe(200)
  })

  it('does not stay in memory', async () => {
    const { ask, read, url } = await oneConnection()
    await ask('POST', '/v1/batch', { headers: text, body: 'x'.repeat(300 * KB) })
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'firstwin_body_bytes_waiting 0\n',
    )
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  it('ends its connection where there is more of it than is worth reading', async () => {
    const { ask } = await oneConnection()
    const length = { 'content-length': String(2_048 * KB) }
    const { status, connection } = await ask('POST', '/nothing', {
      headers: length,
      body: 'x'.repeat(2_048 * KB),
    })
    expect([status, connection]).toEqual([404, 'close'])
    expect((await ask('GET', '/healthz')).status).toBe(200)
  })
})
