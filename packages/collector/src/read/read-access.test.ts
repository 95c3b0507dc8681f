import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../../test/running-collector.ts'
import { MINUTE, WRITE_KEY } from '../../test/wire.ts'

const READ_KEY = 'a-read-key-of-some-length'
const PATHS = ['/v1/journeys', '/v1/results?journey=x', '/v1/wins?journey=x', '/v1/live?journey=x']

/** The status for a request that claims to be for `host`: `fetch` would not let us say so. */
function statusFor(port: number, host: string, path = '/v1/journeys'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers: { host } }, (answer) => {
      answer.destroy()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('without a read key', () => {
  const local = ['localhost', 'localhost:4380', '127.0.0.1', '[::1]:80', 'LOCALHOST']
  it.each(local)('a reader on this machine may read at %s', async (host) => {
    const { server } = await runCollector()
    expect(await statusFor(server.port, host)).toBe(200)
  })

  const foreign = ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1']
  it.each(foreign)('a page whose name %s was pointed here may not', async (host) => {
    const { server } = await runCollector()
    expect(await statusFor(server.port, host)).toBe(403)
  })

  it.each(PATHS)('nobody may read %s where others can reach the port', async (path) => {
    const { server } = await runCollector({ host: '0.0.0.0' })
    expect(await statusFor(server.port, 'localhost', path)).toBe(403)
  })
})

describe('with a read key', () => {
  it.each(PATHS)('%s needs it', async (path) => {
    const { url } = await runCollector({ readKey: READ_KEY })
    const status = async (headers: Record<string, string>) => {
      const answer = await fetch(url + path, { headers })
      await answer.body?.cancel()
      return answer.status
    }
    expect(await status({})).toBe(401)
    expect(await status({ authorization: 'Bearer wrong' })).toBe(401)
    expect(await status({ authorization: `Bearer ${WRITE_KEY}` })).toBe(403)
    expect(await status({ authorization: `Bearer ${READ_KEY}` })).toBe(200)
  })

  const signIn = (url: string, key: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/v1/sign-in`, { method: 'POST', body: key, headers })

  it('signing in gives a cookie that reads for twelve hours', async () => {
    const { clock, url } = await runCollector({ readKey: READ_KEY })
    const answer = await signIn(url, READ_KEY)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(answer.status).toBe(204)
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    const status = async () =>
      (await fetch(`${url}/v1/journeys`, { headers: { cookie: cookie.split(';')[0] ?? '' } }))
        .status
    expect(await status()).toBe(200)
    clock.now += 12 * 60 * MINUTE
    expect(await status()).toBe(401)
  })

  it('a cookie that was made up reads nothing', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    const cookie = 'firstwin_session=99999999999999.c2lnbmVk'
    expect((await fetch(`${url}/v1/journeys`, { headers: { cookie } })).status).toBe(401)
  })

  it('another site cannot sign anybody in', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    const site = await signIn(url, READ_KEY, { 'sec-fetch-site': 'cross-site' })
    const origin = await signIn(url, READ_KEY, { origin: 'https://evil.example' })
    expect([site.status, origin.status]).toEqual([403, 403])
  })

  it('guessing is slowed down, and the right key still works', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    const wrong = await Promise.all(Array.from({ length: 11 }, () => signIn(url, 'guess')))
    expect(wrong.filter(({ status }) => status === 429).length).toBe(1)
    expect((await signIn(url, READ_KEY)).status).toBe(204)
  })
})

describe('the reading interface', () => {
  it('only reads', async () => {
    const { url } = await runCollector()
    expect((await fetch(`${url}/v1/results`, { method: 'DELETE' })).status).toBe(405)
  })

  const bad = ["' OR 1=1--", '"; DROP TABLE events', '%', '$."x"', '__proto__']
  it.each(bad)('finds nothing for the journey %s', async (journey) => {
    const { read } = await runCollector()
    const { tiers } = await read(`/v1/results?journey=${encodeURIComponent(journey)}`)
    expect(tiers[0].started).toBe(0)
  })

  const refusals: [path: string, answer: string][] = [
    ['/v1/results', '400 journey'],
    ['/v1/wins?journey=x&limit=0', '400 limit'],
    ['/v1/wins?journey=x&limit=many', '400 limit'],
    ['/v1/journeys?key=pk_other', '404 key'],
    ['/r?u=https://evil.example', '404 not-found'],
  ]
  it.each(refusals)('answers %s with %s', async (path, expected) => {
    const { url } = await runCollector()
    const answer = await fetch(url + path)
    expect(`${answer.status} ${(await answer.json()).code}`).toBe(expected)
  })
})
