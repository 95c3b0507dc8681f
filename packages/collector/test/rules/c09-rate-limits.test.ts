import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clientAddress, toNetwork } from '../../src/receive/client-address.ts'
import { createRateLimit } from '../../src/receive/rate-limit.ts'
import { runCollector, type Setup } from '../running-collector.ts'
import { ACME, bearer, GLOBEX } from '../tenants.ts'

const limits = { perAddress: { perSecond: 1, burst: 5 }, perKey: { perSecond: 10, burst: 20 } }

async function sender(setup: Setup = {}) {
  const running = await runCollector({ keys: [ACME, GLOBEX], limits, ...setup })
  return {
    ...running,
    post: (writeKey: string, headers: Record<string, string> = {}) =>
      fetch(`${running.url}/v1/batch`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', ...headers },
        body: JSON.stringify({ writeKey, batch: [] }),
      }),
  }
}

type Post = Awaited<ReturnType<typeof sender>>['post']

async function statuses(count: number, post: () => ReturnType<Post>) {
  const answers = await Promise.all(Array.from({ length: count }, post))
  return answers.map(({ status }) => status).toSorted((one, other) => one - other)
}

describe('C9 requests that come too fast', () => {
  it('from one address are told when to come back, and let in then', async () => {
    const { clock, post } = await sender()
    expect(await statuses(7, () => post(ACME.key))).toEqual([200, 200, 200, 200, 200, 429, 429])
    const late = await post(ACME.key)
    expect((await late.json()).code).toBe('too-many-requests')
    expect(late.headers.get('retry-after')).toBe('1')
    expect(late.headers.get('ratelimit')).toBe('"address";r=0;t=5')
    expect(late.headers.get('ratelimit-policy')).toBe('"key";q=20;w=2, "address";q=5;w=5')
    clock.now += 1_000
    expect((await post(ACME.key)).status).toBe(200)
  })

  it('do not hold up another key', async () => {
    const { post } = await sender()
    await statuses(7, () => post(ACME.key))
    expect((await post(GLOBEX.key)).status).toBe(200)
  })

  it('cannot hide behind an X-Forwarded-For of their own', async () => {
    const { post } = await sender()
    let count = 0
    const spoofed = () => post(ACME.key, { 'x-forwarded-for': `10.0.0.${(count += 1)}` })
    expect((await statuses(7, spoofed)).filter((status) => status === 429).length).toBe(2)
  })

  it('cannot hide behind one either where a proxy of ours is trusted', async () => {
    const { post } = await sender({ trustProxy: 1 })
    let count = 0
    const spoofed = () =>
      post(ACME.key, { 'x-forwarded-for': `10.0.0.${(count += 1)}, 203.0.113.7` })
    expect((await statuses(7, spoofed)).filter((status) => status === 429).length).toBe(2)
    expect((await post(ACME.key, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(200)
  })

  it('of one key from many addresses are limited together', async () => {
    const { post } = await sender({ trustProxy: 1 })
    let count = 0
    const many = () => post(ACME.key, { 'x-forwarded-for': `203.0.113.${(count += 1)}` })
    expect((await statuses(25, many)).filter((status) => status === 429).length).toBe(5)
  })

  it('with keys that are none of ours are limited, too', async () => {
    const { post } = await sender()
    let count = 0
    const guess = () => post(`pk_${(count += 1)}`)
    expect(await statuses(7, guess)).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  it('from a server with the secret have the limit of the key alone', async () => {
    const { post } = await sender()
    const trusted = () => post(ACME.key, bearer(ACME.secret))
    expect(new Set(await statuses(15, trusted))).toEqual(new Set([200]))
  })
})

describe('C9 bodies that are refused', () => {
  const wide = JSON.stringify({ writeKey: 'nope', batch: [], x: 'x'.repeat(100_000) })

  async function flooded() {
    const running = await sender()
    const { url } = running
    const headers = { 'content-type': 'text/plain', 'content-encoding': 'gzip' }
    const flood = () => fetch(`${url}/v1/batch`, { method: 'POST', headers, body: gzipSync(wide) })
    return { ...running, flood }
  }

  it('are not looked at any more where there are too many: the larger, the sooner', async () => {
    const { clock, flood, post } = await flooded()
    expect((await flood()).status).toBe(401)
    // Six times as much as a small one: the five of the address are spent.
    expect((await flood()).status).toBe(429)
    // It would be told that this is no gzip, were it looked at.
    const late = await post(ACME.key, { 'content-encoding': 'gzip' })
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '3'])
    clock.now += 3_000
    expect((await post(ACME.key)).status).toBe(200)
  })

  it('do not hold up a server that shows its secret', async () => {
    const { flood, post } = await flooded()
    await flood()
    expect((await post(ACME.key)).status).toBe(429)
    expect((await post(ACME.key, bearer(GLOBEX.secret))).status).toBe(200)
    expect((await post(ACME.key, bearer(ACME.secret))).status).toBe(200)
  })

  it('cost nothing where the collector itself is busy', async () => {
    const small = { ...limits, maxWaitingBytes: 10 }
    const { post } = await sender({ limits: small })
    const answers = await Promise.all(Array.from({ length: 9 }, () => post(ACME.key)))
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).code))
    expect(new Set(codes)).toEqual(new Set(['overloaded']))
  })
})

describe('C9 an address', () => {
  const rows: [address: string, network: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['203.0.113.7:5678', '203.0.113.7'],
    ['[2001:db8::1]:5678', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['unknown', 'unknown'],
  ]
  it.each(rows)('%s counts as %s', (address, network) => {
    expect(toNetwork(address)).toBe(network)
  })

  const hops: [forwarded: string | undefined, count: number, expected: string][] = [
    ['1.1.1.1', 0, 'peer'],
    [undefined, 1, 'peer'],
    ['1.1.1.1', 1, '1.1.1.1'],
    ['9.9.9.9, 1.1.1.1', 1, '1.1.1.1'],
    ['9.9.9.9, 1.1.1.1, 10.0.0.1', 2, '1.1.1.1'],
    ['10.0.0.1', 2, '10.0.0.1'],
  ]
  it.each(hops)('with X-Forwarded-For: %s and %i proxies is %s', (...row) => {
    const [forwarded, count, expected] = row
    expect(clientAddress('peer', forwarded, count)).toBe(expected)
  })
})

it('C9 buckets are bounded in number: the longest unused goes first', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 1, now: () => 0, maxNames: 2 })
  expect(limit('a').waitSeconds).toBe(0)
  expect(limit('b').waitSeconds).toBe(0)
  expect(limit('a').waitSeconds).toBe(1)
  limit('c')
  expect(limit('a').waitSeconds).toBe(1)
  expect(limit('b').waitSeconds).toBe(0)
})
