import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { signToken } from '../sign-token.ts'
import { batch, MINUTE, win, WRITE_KEY } from '../wire.ts'
import { aPart, aProduct, OTHER_KEY, OTHER_SECRET } from './progress.fixture.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('POST /v1/progress', () => {
  it('gives a device the parts of the user’s others', async () => {
    const { tell, clock } = await aProduct()
    const [phone, laptop] = [aPart({ wins: { a: 1 } }), aPart({ wins: { b: 2 } })]
    expect(await tell('phone', { part: phone })).toEqual({ status: 200, parts: [] })
    clock.now += 1
    const ofPhone = { device: 'phone', at: clock.now - 1, part: phone }
    expect(await tell('laptop', { part: laptop })).toMatchObject({ parts: [ofPhone] })
    const ofLaptop = { device: 'laptop', at: clock.now, part: laptop }
    expect(await tell('phone')).toMatchObject({ parts: [ofLaptop] })
    expect(await tell('tablet')).toMatchObject({ parts: [ofLaptop, ofPhone] })
  })

  it('puts a new part in the place of the device’s old one', async () => {
    const { tell, clock } = await aProduct()
    await tell('phone', { part: aPart() })
    clock.now += 1
    await tell('phone', { part: aPart({ wins: { a: 1 } }) })
    const { parts } = await tell('laptop')
    expect(parts).toMatchObject([{ part: { wins: { a: 1 } } }])
  })

  it('tells of journeys apart', async () => {
    const { tell } = await aProduct()
    await tell('phone', { part: aPart() })
    expect(await tell('laptop', { journey: 'other' })).toMatchObject({ parts: [] })
  })

  it('gives no more than the 32 newest parts', async () => {
    const { tell, clock } = await aProduct()
    for (let i = 0; i < 40; i += 1) {
      clock.now += 1
      await tell(`device-${i}`, { part: aPart() })
    }
    const { parts } = await tell('laptop')
    expect(parts).toHaveLength(32)
    expect(parts[0].device).toBe('device-39')
  })

  it('is asked by pages of allowed origins without a preflight', async () => {
    const { post } = await aProduct()
    const token = await signToken('u1')
    const asked = { writeKey: WRITE_KEY, token, journey: 'mail-tool', device: 'd' }
    const allowed = await post(asked, { origin: 'https://app.example.com' })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(allowed.headers.has('access-control-allow-credentials')).toBe(false)
    const other = await post(asked, { origin: 'https://app.example.com.evil' })
    expect([other.status, (await other.json()).code]).toEqual([403, 'origin'])
    expect(other.headers.has('access-control-allow-origin')).toBe(false)
  })

  const long = aPart({
    wins: Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`w${i}`, i])),
  })
  const refused: [what: string, body: unknown, expected: string][] = [
    ['what is not JSON', '{', '400 not-json'],
    ['what is no request', {}, '400 not-progress'],
    ['a part that is none', { part: { version: 1 } }, '400 not-progress'],
    ['a part that is too long', { part: long }, '400 not-progress'],
    ['a deep nest', '['.repeat(100_000), '413 too-large'],
    ['a large body', ' '.repeat(200_000), '413 too-large'],
    ['an unknown key', { writeKey: 'pk_unknown' }, '401 write-key'],
  ]
  it.each(refused)('refuses %s', async (_, body, expected) => {
    const { post } = await aProduct()
    const base = { writeKey: WRITE_KEY, token: await signToken('u1'), journey: 'j', device: 'd' }
    const isWhole = typeof body === 'string' || Object.keys(body as object).length === 0
    const answer = await post(isWhole ? body : { ...base, ...(body as object) })
    expect(`${answer.status} ${(await answer.json()).code}`).toBe(expected)
  })

  it('knows no other method', async () => {
    const { url } = await aProduct()
    expect((await fetch(`${url}/v1/progress`)).status).toBe(405)
  })

  it('asks to come back where the store fails', async () => {
    const keepProgress = () => Promise.reject(new Error('disk full'))
    const { tell } = await aProduct({ store: { ...createSqliteStore(':memory:'), keepProgress } })
    expect(await tell('phone', { part: aPart() })).toMatchObject({
      status: 503,
      code: 'unavailable',
    })
  })

  it('C4 counts what waits for the store, and takes no more than there is room for', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const store = createSqliteStore(':memory:')
    const keepProgress: typeof store.keepProgress = async (progress) => {
      await held
      return store.keepProgress(progress)
    }
    const { tell } = await aProduct({
      store: { ...store, keepProgress },
      limits: { maxWaitingBytes: 30_000 },
    })
    const part = aPart({
      wins: Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`w${i}`, i])),
    })
    let refusals = 0
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const { status } = await tell(`d${index}`, { part })
        refusals += status === 429 ? 1 : 0
        // There is room for three at most, and the store has not answered yet.
        if (refusals >= 7) letGo()
        return status
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
  })

  it('is counted, limited and logged as events are', async () => {
    const entries: string[] = []
    const { tell, url } = await aProduct({
      log: ({ event }) => void entries.push(event),
      limits: { perAddress: { perSecond: 1, burst: 3 } },
      store: {
        ...createSqliteStore(':memory:'),
        keepProgress: () => Promise.reject(new Error('disk full')),
      },
    })
    for (let times = 0; times < 4; times += 1) await tell('phone', { part: aPart() })
    expect(entries.filter((event) => event === 'store-failed')).toHaveLength(1)
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toContain('firstwin_requests_refused_total{code="unavailable"} 3')
    expect(text).toContain('firstwin_rate_limited_total{bucket="address"} 1')
  })

  it('C5 has 64 KiB unpacked', async () => {
    const { post } = await aProduct()
    const asked = { writeKey: WRITE_KEY, token: await signToken('u1'), journey: 'j', device: 'd' }
    const zipped = (bytes: number) =>
      post(new Blob([gzipSync(JSON.stringify(asked).padEnd(bytes))]), {
        'content-encoding': 'gzip',
      })
    expect((await zipped(64 * 1_024)).status).toBe(200)
    expect((await zipped(64 * 1_024 + 1)).status).toBe(413)
  })

  it('C5 takes the longest part that there may be, in any script', async () => {
    const { tell } = await aProduct()
    const length = JSON.stringify(aPart({ wins: { '': 1 } })).length
    const name = '達'.repeat(250)
    const count = Math.floor((16 * 1_024 - length) / JSON.stringify({ [`${name}00`]: 1 }).length)
    const wins = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`${name}${i + 10}`, 1]),
    )
    expect(await tell('phone', { part: aPart({ wins }) })).toMatchObject({ status: 200 })
  })

  it('C9 is not looked at any more where too much of an address was refused', async () => {
    const { clock, post } = await aProduct({ limits: { perAddress: { perSecond: 1, burst: 3 } } })
    const unknown = { writeKey: 'pk_unknown', journey: 'j', device: 'd', x: 'x'.repeat(60_000) }
    const code = async (body: object) => (await (await post(body)).json()).code
    expect(await code(unknown)).toBe('write-key')
    // It would be told that it is no request, were it looked at.
    expect(await code({})).toBe('too-many-requests')
    clock.now += 4_000
    expect(await code({})).toBe('not-progress')
  })

  it('says how much more may come', async () => {
    const { post } = await aProduct()
    const token = await signToken('u1')
    const answer = await post({ writeKey: WRITE_KEY, token, journey: 'j', device: 'd' })
    expect([answer.status, answer.headers.has('ratelimit')]).toEqual([200, true])
  })

  it('keeps nothing where identity is off', async () => {
    const { tell } = await aProduct({ identity: { mode: 'off' } })
    expect(await tell('phone', { part: aPart() })).toMatchObject({
      status: 404,
      code: 'identity-off',
    })
  })
})

describe('C14 the progress of a user', () => {
  const wrong: [what: string, token: () => Promise<unknown>][] = [
    ['without a token', async () => undefined],
    ['with a text that is none', async () => 'u1'],
    ['with a token of another secret', () => signToken('u1', OTHER_SECRET)],
    ['with a number', async () => 42],
  ]
  it.each(wrong)('is neither read nor written %s', async (_, token) => {
    const { tell } = await aProduct()
    await tell('phone', { part: aPart({ wins: { a: 1 } }) })
    const answer = await tell('laptop', { token: await token(), part: aPart() })
    expect(answer).toMatchObject({ status: 401, code: 'token' })
    expect(answer.parts).toBeUndefined()
    expect((await tell('tablet')).parts).toHaveLength(1)
  })

  it('is not read with a token that has ended', async () => {
    const { tell, clock } = await aProduct()
    clock.now += 6 * MINUTE
    expect(await tell('phone')).toMatchObject({ status: 401, code: 'token' })
  })

  it('is not that of another user, whatever the request names', async () => {
    const { tell } = await aProduct()
    await tell('phone', { part: aPart({ wins: { a: 1 } }) })
    const token = await signToken('u2')
    const guesses = [{}, { userId: 'u1' }, { sub: 'u1' }, { device: 'phone' }]
    for (const guess of guesses) {
      expect(await tell('laptop', { token, ...guess })).toEqual({ status: 200, parts: [] })
    }
  })

  it('C15 is not that of a user of the same name of another product', async () => {
    const { tell } = await aProduct()
    await tell('phone', { part: aPart({ wins: { a: 1 } }) })
    const theirs = { writeKey: OTHER_KEY, token: await signToken('u1', OTHER_SECRET) }
    expect(await tell('laptop', theirs)).toEqual({ status: 200, parts: [] })
    expect(await tell('laptop', { writeKey: OTHER_KEY })).toMatchObject({ status: 401 })
    expect(await tell('laptop', { ...theirs, writeKey: WRITE_KEY })).toMatchObject({ status: 401 })
  })

  it('is not spelled by a key that every object has', async () => {
    const { tell } = await aProduct()
    const part = JSON.parse('{"wins":{"__proto__":5,"a":1},"constructor":{"prototype":{"x":1}}}')
    await tell('phone', { part: aPart(part) })
    const { parts } = await tell('laptop')
    expect(Object.keys(parts[0].part.wins)).toEqual(['a'])
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})

describe('a win that two devices have reached while both were offline', () => {
  it('counts once, at its earliest time', async () => {
    const { url, clock } = await aProduct()
    const start = clock.now
    const events = [3, 1].map((minutes) =>
      win('sent', 'first-strike', {
        user: 'u1',
        device: `d${minutes}`,
        at: start + minutes * MINUTE,
      }),
    )
    clock.now = start + 4 * MINUTE
    for (const event of [...events, ...events]) {
      const body = JSON.stringify({
        ...JSON.parse(batch([event], clock.now)),
        token: await signToken('u1'),
      })
      const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers: JSON_TYPE, body })
      expect(answer.status).toBe(200)
    }
    const answer = await fetch(`${url}/v1/results?journey=mail-tool`)
    const { tiers } = await answer.json()
    expect(tiers[1]).toMatchObject({ reached: 1 })
    expect(tiers[1].people).toHaveLength(1)
  })
})
