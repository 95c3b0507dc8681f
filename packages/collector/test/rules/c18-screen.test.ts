import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { READING } from '../tenants.ts'
import { batch, identify, started, win } from '../wire.ts'

const PAYLOAD = '"><img src=x onerror=alert(1)>'

describe('C18 what is read', () => {
  const paths = READING.flatMap(([method, path]) => (method === 'GET' ? [path] : []))
  it.each(paths)('is nothing that a browser would run: %s', async (path) => {
    const { send, url } = await runCollector()
    await send(
      batch([
        started({ user: 'u1' }),
        identify({ name: PAYLOAD, [PAYLOAD]: PAYLOAD }, { user: 'u1' }),
        win(PAYLOAD, 'aha', { user: 'u1' }),
      ]),
    )
    const { headers, body } = await fetch(url + path)
    await body?.cancel()
    expect(headers.get('content-type')).toMatch(
      /^(?:application\/json|application\/x-ndjson|text\/csv|text\/event-stream);/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('says a key that is refused back as JSON only', async () => {
    const { url } = await runCollector()
    const answer = await fetch(`${url}/v1/results?journey=x&limit=${encodeURIComponent(PAYLOAD)}`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.text()).not.toContain('<img')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
  })
})
