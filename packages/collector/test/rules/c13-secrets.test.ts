import { describe, expect, it } from 'vitest'
import { isSameSecret } from '../../src/read/same-secret.ts'
import { rawRequest } from '../raw-request.ts'
import { runCollector } from '../running-collector.ts'
import { ACME, READ_KEY } from '../tenants.ts'

describe('C13 a secret', () => {
  const wrong = ['x', READ_KEY.slice(1), `${READ_KEY}x`, 'x'.repeat(5_000), 'ключ', '%00']
  it.each(wrong)('that is wrong is refused, of whatever length: %s', async (given) => {
    const { server } = await runCollector({ keys: [ACME], readKey: READ_KEY })
    const headers = { authorization: `Bearer ${encodeURIComponent(given)}` }
    const path = '/v1/journeys'
    expect((await rawRequest({ port: server.port, path, headers })).status).toBe(401)
    const signIn = await rawRequest({
      port: server.port,
      method: 'POST',
      path: '/v1/sign-in',
      body: given,
    })
    expect([401, 413]).toContain(signIn.status)
  })

  it.each(['', 'Bearer', 'Bearer ', 'Basic', 'Basic !!!', 'Basic Og=='])(
    'is not in the header %j',
    async (authorization) => {
      const { server } = await runCollector({ keys: [ACME], readKey: READ_KEY })
      const headers = { authorization }
      const read = await rawRequest({ port: server.port, path: '/v1/journeys', headers })
      expect(read.status).toBe(401)
      const sent = await rawRequest({
        port: server.port,
        method: 'POST',
        path: '/v1/track',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"event":"e","userId":"u"}',
      })
      expect(sent.status).toBe(400)
    },
  )

  it('is compared with any text without an error', () => {
    expect(isSameSecret('', 'secret')).toBe(false)
    expect(isSameSecret('secret', 'secrets')).toBe(false)
    expect(isSameSecret('secret', 'secret')).toBe(true)
  })
})
