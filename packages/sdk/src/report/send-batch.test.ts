import { describe, expect, it } from 'vitest'
import { createSend, type SendOptions } from './send-batch.ts'
import { toWireEvent, type WireEvent } from './wire-event.ts'

const NOW = Date.UTC(2026, 10, 22)

function event(sequence: number, note = ''): WireEvent {
  return toWireEvent(
    { type: 'track', event: 'step_viewed', properties: { note } },
    {
      own: { journey: 'j', journeyHash: undefined, session: 's', sequence },
      who: { anonymousId: 'a', userId: undefined },
      groupId: undefined,
      locale: 'en',
      path: '/',
      now: NOW,
    },
  )
}

/** A sender whose requests are kept, and answered by `answer`. */
function sender(answer: () => Promise<Response>, more: Partial<SendOptions> = {}) {
  const requests: { url: string; init: RequestInit }[] = []
  const send = createSend({
    endpoint: '/v1/batch',
    key: 'pk_1',
    now: () => NOW,
    fetch: (url, init) => {
      requests.push({ url, init })
      return answer()
    },
    ...more,
  })
  return { send, requests }
}

const status =
  (code: number, headers: HeadersInit = {}) =>
  async () =>
    new Response(null, { status: code, headers })

describe('createSend', () => {
  it('posts one simple request in the wire form', async () => {
    const { send, requests } = sender(status(200))
    const events = [event(1), event(2)]
    expect(await send(events)).toBe('accepted')
    const [{ url, init }] = requests as [(typeof requests)[0]]
    expect(url).toBe('/v1/batch')
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true })
    expect(init.headers).toEqual({ 'content-type': 'text/plain;charset=UTF-8' })
    expect(JSON.parse(init.body as string)).toEqual({
      writeKey: 'pk_1',
      sentAt: '2026-11-22T00:00:00.000Z',
      batch: JSON.parse(JSON.stringify(events)),
    })
  })

  it('keeps the batch an array where a library has given arrays a toJSON', async () => {
    const { send, requests } = sender(status(200))
    Object.assign(Array.prototype, { toJSON: () => 'broken' })
    try {
      await send([event(1)])
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON')
    }
    expect(JSON.parse(requests[0]?.init.body as string).batch).toHaveLength(1)
  })

  it.each([
    [204, 'accepted'],
    [400, 'refused'],
    [404, 'refused'],
    [410, 'refused'],
    [422, 'refused'],
    [401, 'denied'],
    [403, 'denied'],
    [413, 'size'],
    [408, 0],
    [425, 0],
    [429, 0],
    [500, 0],
    [503, 0],
  ])('takes status %i for %s', async (code, outcome) => {
    expect(await sender(status(code)).send([event(1)])).toBe(outcome)
  })

  it('says for how long the server wants to be left alone', async () => {
    const { send } = sender(status(503, { 'retry-after': '7' }))
    expect(await send([event(1)])).toBe(7000)
  })

  it('tries again later when the request fails, or fetch itself throws', async () => {
    const failing = sender(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failing.send([event(1)])).toBe(0)
    const throwing = sender(() => {
      throw new Error('patched by the host')
    })
    expect(await throwing.send([event(1)])).toBe(0)
  })

  it('gives up on a request that never settles', async () => {
    const end = new AbortController()
    const never = new Promise<Response>(() => {})
    const { send } = sender(() => never, { timeout: () => end.signal })
    const outcome = send([event(1)])
    end.abort()
    expect(await outcome).toBe(0)
  })

  it('leaves room for other requests that are to outlive the page', async () => {
    const answers: ((response: Response) => void)[] = []
    const { send, requests } = sender(() => new Promise((resolve) => void answers.push(resolve)))
    const big = [event(1, 'x'.repeat(40_000))]
    const first = send(big)
    const second = send(big)
    answers.forEach((answer) => answer(new Response()))
    await Promise.all([first, second])
    const third = send(big)
    answers.at(-1)?.(new Response())
    await third
    expect(requests.map(({ init }) => init.keepalive)).toEqual([true, false, true])
  })

  it('hands events to a function and takes its promise for the answer', async () => {
    const received: (readonly WireEvent[])[] = []
    const give = async (events: readonly WireEvent[]) => void received.push(events)
    expect(await sender(status(500), { endpoint: give }).send([event(1)])).toBe('accepted')
    expect(received).toHaveLength(1)
    const fail = () => Promise.reject(new Error('their bug'))
    expect(await sender(status(200), { endpoint: fail }).send([event(1)])).toBe(0)
  })
})
