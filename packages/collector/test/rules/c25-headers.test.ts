import { describe, expect, it } from 'vitest'
import { rawRequest } from '../raw-request.ts'
import { runCollector } from '../running-collector.ts'
import { FORMS } from '../../src/receive/forms.ts'

const takes: [path: string, methods: string][] = [
  ...[...FORMS.keys()].map((path): [string, string] => [path, 'POST']),
  ['/v1/progress', 'POST'],
  ['/v1/sign-in', 'POST'],
  ['/v1/journeys', 'GET, HEAD'],
  ['/v1/results?journey=x', 'GET, HEAD'],
  ['/v1/results.csv?journey=x', 'GET, HEAD'],
  ['/v1/wins?journey=x', 'GET, HEAD'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/metrics', 'GET, HEAD'],
  ['/v1/users/u/export', 'GET'],
  ['/v1/users/u', 'DELETE'],
]

describe('C25 a path', () => {
  it.each(takes)('%s says which methods it takes: %s', async (path, methods) => {
    const { server } = await runCollector()
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const { port } = server
      const answer = await rawRequest({ port, method, path, headers: { 'content-length': '0' } })
      const isKnown = methods.split(', ').includes(method)
      expect([method, answer.status === 405]).toEqual([method, !isKnown])
      expect(answer.headers['allow']).toBe(isKnown ? undefined : methods)
    }
  })

  it('that there is not is answered 404, as JSON', async () => {
    const { url } = await runCollector()
    for (const path of ['/v1', '/v1/', '/v2/batch', '/v1/batch/', '/.env', '/v1/%62atch']) {
      const answer = await fetch(url + path, { method: 'POST' })
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    }
  })
})

it('C25 no answer is kept, framed or guessed at', async () => {
  const { url } = await runCollector()
  for (const path of ['/healthz', '/v1/batch', '/v1/journeys', '/nothing', '/metrics']) {
    const { headers } = await fetch(url + path)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.has('x-powered-by')).toBe(false)
    expect(headers.has('server')).toBe(false)
  }
})
