import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { batch } from '../wire.ts'

const keys = [{ key: 'pk_test', origins: ['https://x.com', 'https://*.shop.example'] }]
const PATHS = ['/v1/batch', '/v1/t', '/v1/track', '/v1/progress']

describe('C2 a page of another origin', () => {
  const others = [
    'https://x.com.evil',
    'https://evilx.com',
    'http://x.com',
    'https://x.com:8443',
    'null',
    'https://shop.example',
    'https://evilshop.example',
    'https://a.shop.example.evil',
    'https://..shop.example',
    'https://.shop.example',
    'https://a..shop.example',
  ]
  it.each(others)('is refused: %s', async (origin) => {
    const { send } = await runCollector({ keys })
    const answer = await send(batch([]), { origin })
    expect(answer.status).toBe(403)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })

  it.each(PATHS)('is told by the preflight of %s', async (path) => {
    const { url } = await runCollector({ keys })
    const headers = { origin: 'https://evil.example' }
    const answer = await fetch(url + path, { method: 'OPTIONS', headers })
    expect(answer.status).toBe(403)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })
})

describe('C2 an origin of the list', () => {
  it.each(['https://x.com', 'https://a.shop.example'])('is echoed: %s', async (origin) => {
    const { send } = await runCollector({ keys })
    const { headers, status } = await send(batch([]), { origin })
    expect(status).toBe(200)
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    expect(headers.get('vary')).toBe('Origin')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })

  it('is echoed where all may send, too: never *', async () => {
    const { send } = await runCollector({ keys: [{ key: 'pk_test', origins: '*' }] })
    const { headers } = await send(batch([]), { origin: 'https://any.example' })
    expect(headers.get('access-control-allow-origin')).toBe('https://any.example')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })
})
