import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../../test/running-collector.ts'
import { MINUTE, WRITE_KEY } from '../../test/wire.ts'

const READ_KEY = 'a-read-key-of-some-length'
const PATHS = ['/v1/journeys', '/v1/results?journey=x', '/v1/wins?journey=x', '/v1/live?journey=x']

/** The status for a request with these headers: `fetch` would not let us say the host. */
function statusFor(
  port: number,
  headers: Record<string, string>,
  path = '/v1/journeys',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, (answer) => {
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
    expect(await statusFor(server.port, { host })).toBe(200)
  })

  const foreign = ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1']
  it.each(foreign)('a page whose name %s was pointed here may not', async (host) => {
    const { server } = await runCollector()
    expect(await statusFor(server.port, { host })).toBe(403)
  })

  it.each(PATHS)('nobody may read %s where others can reach the port', async (path) => {
    const { server } = await runCollector({ host: '0.0.0.0' })
    expect(await statusFor(server.port, { host: 'localhost' }, path)).toBe(403)
  })
})

describe('behind a proxy', () => {
  const signs = [
    { forwarded: 'for=203.0.113.7' },
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-proto': 'https' },
    { 'x-real-ip': '203.0.113.7' },
    { via: '1.1 caddy' },
  ]
  it.each(signs)('with %o nobody may read without a read key', async (sign) => {
    const { server } = await runCollector()
    expect(await statusFor(server.port, { host: 'localhost', ...sign })).toBe(403)
  })

  it.each(signs)('with %o the read key reads', async (sign) => {
    const { server } = await runCollector({ readKey: READ_KEY })
    const authorization = `Bearer ${READ_KEY}`
    expect(await statusFor(server.port, { authorization, ...sign })).toBe(200)
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

  const show = (url: string, key: string) =>
    fetch(`${url}/v1/journeys`, { headers: { authorization: `Bearer ${key}` } })
  const ways: [way: string, give: typeof show, wellDone: number][] = [
    ['signing in', signIn, 204],
    ['Authorization', show, 200],
  ]
  it.each(ways)('by %s ten wrong ones a minute are heard', async (...row) => {
    const [, give, wellDone] = row
    const { clock, url } = await runCollector({ readKey: READ_KEY })
    const wrong = await Promise.all(Array.from({ length: 11 }, () => give(url, 'guess')))
    const late = wrong.filter(({ status }) => status === 429)
    expect(late.map(({ headers }) => headers.get('retry-after'))).toEqual(['60'])
    clock.now += MINUTE - 1
    expect((await give(url, READ_KEY)).status).toBe(429)
    clock.now += 1
    expect((await give(url, READ_KEY)).status).toBe(wellDone)
  })

  it('wrong ones that came both ways count together', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    for (const give of [signIn, show]) {
      await Promise.all(Array.from({ length: 5 }, () => give(url, 'guess')))
    }
    expect((await signIn(url, READ_KEY)).status).toBe(429)
    expect((await show(url, READ_KEY)).status).toBe(429)
  })

  it('wrong ones do not end the session of somebody who signed in', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    const cookie = (await signIn(url, READ_KEY)).headers.get('set-cookie')?.split(';')[0] ?? ''
    await Promise.all(Array.from({ length: 11 }, () => signIn(url, 'guess')))
    expect((await fetch(`${url}/v1/journeys`, { headers: { cookie } })).status).toBe(200)
  })

  it('a cookie that was signed with it reads nothing', async () => {
    const { clock, url } = await runCollector({ readKey: READ_KEY })
    const until = String(clock.now + MINUTE)
    const signed = createHmac('sha256', READ_KEY).update(`session until ${until}`)
    const cookie = `firstwin_session=${until}.${signed.digest('base64url')}`
    expect((await fetch(`${url}/v1/journeys`, { headers: { cookie } })).status).toBe(401)
  })

  it('no more of a body is read than a read key may have', async () => {
    const { url } = await runCollector({ readKey: READ_KEY })
    expect((await signIn(url, ' '.repeat(1_025))).status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 1_000) controller.close()
        else controller.enqueue(new Uint8Array(64_000))
      },
    })
    const asked = { method: 'POST', body: endless, duplex: 'half' } as const
    // The connection may be cut before the answer is read: either way it is not read to its end.
    const status = await fetch(`${url}/v1/sign-in`, asked).then(
      (answer) => answer.status,
      () => 413,
    )
    expect(status).toBe(413)
    expect(sent).toBeLessThan(100)
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
