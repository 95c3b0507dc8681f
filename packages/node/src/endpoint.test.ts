import { describe, expect, it } from 'vitest'
import { ACCEPTED, answer, createWorld } from '../test/fake-world.ts'

const USER = { userId: 'u_42' }

describe('an endpoint in trouble', () => {
  it.each([
    ['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['fails', () => answer(503)],
    ['does not know the key', () => answer(401)],
    ['is not at this address', () => answer(404)],
    ['answers with a page of HTML', () => answer(200, { 'content-type': 'text/html' })],
  ])('gets everything later if it %s', async (_, trouble) => {
    const { start, endpoint, clock, batches, warnings } = createWorld()
    const client = start()
    endpoint.answer = trouble
    await client.track({ ...USER, event: 'paid' })
    expect(await client.flush()).toBe(false)
    expect(warnings).toHaveLength(1)
    batches.length = 0
    endpoint.answer = () => ACCEPTED
    clock.now += 300_000
    expect(await client.flush()).toBe(true)
    expect(batches).toHaveLength(1)
  })

  it.each(['120', 'Sun, 22 Nov 2026 03:02:00 GMT'])(
    'is not asked before its Retry-After is over: %s',
    async (wait) => {
      const { start, endpoint, clock, bodies } = createWorld()
      const client = start()
      endpoint.answer = () => answer(429, { 'retry-after': wait })
      await client.track({ ...USER, event: 'paid' })
      await client.flush()
      clock.now += 119_000
      await client.flush()
      expect(bodies).toHaveLength(1)
      clock.now += 2_000
      await client.flush()
      expect(bodies).toHaveLength(2)
    },
  )

  it('is asked after its Retry-After though the clock is set back meanwhile', async () => {
    const { start, endpoint, clock, bodies } = createWorld()
    const client = start()
    endpoint.answer = () => answer(429, { 'retry-after': '120' })
    await client.track({ ...USER, event: 'paid' })
    await client.flush()
    clock.now -= 86_400_000
    await client.flush()
    clock.now += 119_000
    await client.flush()
    expect(bodies).toHaveLength(1)
    clock.now += 2_000
    await client.flush()
    expect(bodies).toHaveLength(2)
  })

  it('gets halves, and halves of halves, of what is too large for it', async () => {
    const { start, endpoint, sent } = createWorld()
    const client = start()
    endpoint.answer = (body) => (JSON.parse(body).batch.length > 2 ? answer(413) : ACCEPTED)
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    for (const event of names) await client.track({ ...USER, event })
    expect(await client.flush()).toBe(true)
    expect(sent()).toEqual(names)
  })

  it('is told of what it refused, with the next batch', async () => {
    const { start, endpoint, batches, warnings } = createWorld()
    const client = start()
    endpoint.answer = () => answer(400, {}, 'not a batch')
    await client.track({ ...USER, event: 'bad' })
    await client.flush()
    endpoint.answer = () => ACCEPTED
    await client.track({ ...USER, event: 'good' })
    await client.track({ ...USER, event: 'next' })
    await client.flush()
    expect(batches.flat().map(({ context }) => context.dropped)).toEqual([
      { refused: 1 },
      undefined,
    ])
    expect(warnings.join()).toContain('not a batch')
  })

  it('loses the oldest where there is no more room, and says how many', async () => {
    const { start, endpoint, batches, clock } = createWorld()
    const client = start({ maxBytes: 1 })
    endpoint.answer = () => answer(503)
    // A batch full of the first ones is being sent; the last one is the newest.
    const full = Array.from({ length: 100 }, () => client.track({ ...USER, event: 'a' }))
    await Promise.all(full)
    await client.flush()
    for (const event of ['b', 'c', 'd']) {
      await client.track({ ...USER, event })
      clock.now += 120_000
      await client.flush()
    }
    endpoint.answer = () => ACCEPTED
    clock.now += 120_000
    await client.flush()
    const told = batches.map((batch) => [batch[0]?.event, batch[0]?.context.dropped])
    expect(told).toEqual([
      ['a', { cap: 2 }],
      ['d', undefined],
    ])
  })
})

describe('what waits in several files', () => {
  it('goes together in one batch, in its order', async () => {
    const { start, endpoint, clock, batches, files, sent } = createWorld()
    const client = start()
    endpoint.answer = () => answer(503)
    for (const event of ['a', 'b', 'c']) {
      await client.track({ ...USER, event })
      await client.flush()
    }
    expect(files()).toHaveLength(3)
    clock.now += 120_000
    endpoint.answer = () => ACCEPTED
    expect(await client.flush()).toBe(true)
    expect([batches.length, sent(), files()]).toEqual([1, ['a', 'b', 'c'], []])
  })
})

describe('a long pause', () => {
  it('lets no more wait than there is room for', async () => {
    const { start, endpoint, clock, files, batches } = createWorld()
    const maxBytes = 600_000
    const client = start({ maxBytes })
    endpoint.answer = () => answer(503, { 'retry-after': '3600' })
    await client.track({ ...USER, event: 'first' })
    await client.flush()
    const text = 'x'.repeat(10_000)
    for (let round = 0; round < 20; round += 1) {
      const many = Array.from({ length: 30 }, () => ({
        ...USER,
        event: 'more',
        properties: { text },
      }))
      await Promise.all(many.map((happening) => client.track(happening)))
    }
    await client.flush()
    // Files of 256 KiB and more: the one that is being sent, two that there is room for.
    expect(files().length).toBeLessThanOrEqual(3)
    clock.now += 3_600_000
    endpoint.answer = () => ACCEPTED
    expect(await client.flush()).toBe(true)
    expect(batches[0]?.[0]?.context.dropped?.['cap']).toBeGreaterThan(400)
  })
})
