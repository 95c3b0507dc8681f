import { describe, expect, it } from 'vitest'
import { byteLength } from './byte-length.ts'
import { encodeBatch } from './encode-batch.ts'
import { createWorld } from './fake-world.ts'
import { createPost, type PostOptions } from './post.ts'
import { toWireEvent, type WireEvent } from './wire-event.ts'

const NOW = Date.UTC(2026, 10, 22)

function event(sequence: number, note: unknown = ''): WireEvent {
  return toWireEvent(
    { type: 'track', event: 'step_viewed', properties: { note } },
    {
      own: { journey: 'j', journeyHash: undefined, session: 's', sequence },
      who: { anonymousId: 'a', userId: undefined },
      context: { groupId: undefined, locale: 'en' },
      path: '/',
      now: NOW,
    },
  )
}

/** A poster whose requests are kept, and answered by `answer`. */
function poster(more: Partial<PostOptions> = {}, answer = async () => new Response('{}')) {
  const requests: { url: string; init: RequestInit; body: Record<string, unknown> }[] = []
  const post = createPost({
    url: '/v1/batch',
    encode: encodeBatch,
    key: 'pk_1',
    now: () => NOW,
    quota: { bytes: 0 },
    fetch: (url, init) => {
      requests.push({ url, init, body: JSON.parse(init.body as string) })
      return answer()
    },
    ...more,
  })
  const { signal } = new AbortController()
  return { requests, post: (events: readonly WireEvent[]) => post(events, signal, false) }
}

describe('createPost', () => {
  it('posts one simple request in the wire form', async () => {
    const { post, requests } = poster()
    expect(await post([event(1), event(2)])).toMatchObject({ is: 'accepted' })
    const [{ url, init, body }] = requests as [(typeof requests)[0]]
    expect(url).toBe('/v1/batch')
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true })
    expect(init.headers).toEqual({ 'content-type': 'text/plain;charset=UTF-8' })
    expect(body).toMatchObject({ writeKey: 'pk_1', sentAt: '2026-11-22T00:00:00.000Z' })
    expect(body).not.toHaveProperty('token')
    expect(body['batch']).toMatchObject([
      { type: 'track', properties: { sequence: 1 }, context: { library: { name: 'firstwin' } } },
      { type: 'track', properties: { sequence: 2 } },
    ])
  })

  it('sends the token beside the key', async () => {
    const { post, requests } = poster({ token: () => 'a.b.c' })
    await post([event(1)])
    expect(requests[0]?.body).toMatchObject({ writeKey: 'pk_1', token: 'a.b.c' })
  })

  it('keeps the batch an array where a library has given arrays a toJSON', async () => {
    const { post, requests } = poster()
    Object.assign(Array.prototype, { toJSON: () => 'broken' })
    try {
      await post([event(1)])
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON')
    }
    expect(requests[0]?.body['batch']).toHaveLength(1)
  })

  it('leaves room for other requests that are to outlive the page, whosever they are', async () => {
    const answers: ((response: Response) => void)[] = []
    const quota = { bytes: 0 }
    const answer = () => new Promise<Response>((resolve) => void answers.push(resolve))
    const one = poster({ quota }, answer)
    const other = poster({ quota }, answer)
    const big = [event(1, 'x'.repeat(40_000))]
    const both = [one.post(big), other.post(big)]
    answers.forEach((give) => give(new Response('{}')))
    await Promise.all(both)
    const third = one.post(big)
    answers.at(-1)?.(new Response('{}'))
    await third
    const all = [...one.requests, ...other.requests].map(({ init }) => init.keepalive)
    expect(all).toEqual([true, true, false])
  })

  it('posts no more than 48 KiB at a time, the token and our name in each event included', async () => {
    const world = createWorld()
    const { queue } = world.open()
    for (let i = 0; i < 300; i += 1) queue.push(world.event('x', { note: 'x'.repeat(260) }))
    await world.pass(1000)
    const { post, requests } = poster({ token: () => 'x'.repeat(1500) })
    for (const batch of world.requests) await post(batch)
    const sizes = requests.map(({ init }) => byteLength(init.body as string))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(48 * 1024)
    expect(Math.max(...sizes)).toBeGreaterThan(40 * 1024)
    expect(world.stored.size).toBe(300)
  })

  it('gives back its room when there is no answer', async () => {
    const quota = { bytes: 0 }
    const { post } = poster({ quota }, () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(post([event(1)])).rejects.toThrow('Failed to fetch')
    expect(quota.bytes).toBe(0)
  })

  it('takes what the endpoint of the host reads from an answer, and its own rules for the rest', async () => {
    const { post } = poster({
      readAnswer: ({ text }) => (text === 'full' ? { is: 'size' } : undefined),
    })
    expect(await post([event(1)])).toMatchObject({ is: 'accepted' })
    const full = poster({ readAnswer: () => ({ is: 'size' }) }, async () => new Response('full'))
    expect(await full.post([event(1)])).toEqual({ is: 'size' })
  })

  it('sends what an encoding of the host makes', async () => {
    const { post, requests } = poster({
      encode: (events, { key, sentAt }) => ({
        body: JSON.stringify({ key, sentAt, count: events.length }),
        contentType: 'application/json',
        headers: { authorization: `Bearer ${key}` },
      }),
    })
    await post([event(1)])
    expect(requests[0]?.body).toEqual({ key: 'pk_1', sentAt: '2026-11-22T00:00:00.000Z', count: 1 })
    expect(requests[0]?.init.headers).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer pk_1',
    })
  })

  it('takes an encoding that throws for an event that cannot be encoded, but never its own', async () => {
    const encode = (): never => {
      throw new TypeError('their bug')
    }
    const { post, requests } = poster({ encode })
    expect(await post([event(1)])).toEqual({ is: 'invalid' })
    expect(requests).toEqual([])
    const circular: Record<string, unknown> = {}
    circular['itself'] = circular
    await expect(poster().post([event(1, circular)])).rejects.toThrow(TypeError)
  })
})
