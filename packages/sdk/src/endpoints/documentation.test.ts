import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EndpointOptions, Outcome, SendEvents } from '../report/endpoint.ts'
import { createPost } from '../report/post.ts'
import { declared } from './documentation.fixture.ts'
import { context, events, visitor, win } from './events.fixture.ts'
import { otlpLogs } from './otlp-logs.ts'
import { toAnalytics } from './to-analytics.ts'

/** The service of the document: a list under `items`, and what it answers is for the test to say. */
const service = { status: 200, answer: '{}', items: [] as unknown[], key: '' }
let server: Server
let url: string

beforeAll(async () => {
  server = createServer(async (request, response) => {
    service.items = (JSON.parse(await text(request)) as { items: unknown[] }).items
    service.key = String(request.headers['x-acme-key'])
    response.writeHead(service.status, { 'retry-after': '30' }).end(service.answer)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
})
afterAll(() => server.close())

describe('"Write your own" of the document', () => {
  const { encode, readAnswer } = declared('ourService') as EndpointOptions

  async function post(status: number, answer: string): Promise<Outcome> {
    if (typeof encode !== 'function') throw new Error('the document has no `encode`')
    Object.assign(service, { status, answer })
    const quota = { bytes: 0 }
    const about = { url, encode, readAnswer, key: 'acme-1', fetch, quota, now: Date.now }
    return await createPost(about)(events, context.signal, false)
  }

  it('sends another form, with a key in a header', async () => {
    expect(await post(200, '{}')).toEqual({ is: 'accepted', rejected: 0 })
    expect(service.key).toBe('acme-1')
    expect(service.items).toHaveLength(events.length)
    expect(service.items).toContainEqual({
      id: win.messageId,
      name: 'win_reached',
      who: 'u_42',
      at: win.timestamp,
      ...win.properties,
    })
    expect(service.items).toContainEqual(expect.objectContaining({ who: visitor.anonymousId }))
  })

  it('reads what its answer means, and leaves the rest to the rules', async () => {
    expect(await post(200, '{"bad":["x"]}')).toEqual({ is: 'accepted', rejected: 1 })
    expect(await post(200, '{"full":true}')).toEqual({ is: 'later', waitMs: 60_000 })
    expect(await post(503, '')).toEqual({ is: 'later', waitMs: 30_000 })
    expect(await post(413, '')).toEqual({ is: 'size' })
    expect(await post(403, '')).toEqual({ is: 'denied' })
    expect(await post(400, '')).toEqual({ is: 'refused' })
    // A page of the network in between: there was no answer.
    await expect(post(200, '<p>Sign in</p>')).rejects.toThrow(SyntaxError)
  })

  it('goes another way', async () => {
    const asked: unknown[] = []
    const mySocket = { request: async (...all: unknown[]) => void asked.push(...all) }
    const overSocket = declared('overSocket', { mySocket }) as SendEvents
    await overSocket(events, context)
    expect(asked).toEqual(['onboarding', events, { signal: context.signal }])
  })
})

describe('the other examples of the document', () => {
  it('wraps a form for headers of its own', () => {
    const { encode } = declared('honeycomb', { otlpLogs }) as EndpointOptions
    if (typeof encode !== 'function') throw new Error('the document has no `encode`')
    const wrapped = encode(events, context)
    expect(wrapped.headers).toEqual({ 'x-honeycomb-team': context.key })
    expect(wrapped.body).toBe(otlpLogs.encode(events, context).body)
  })

  it('hands over to tools by function', async () => {
    const called: unknown[][] = []
    const tool = { track: (...args: unknown[]) => called.push(args) }
    const list = declared('endpoint', { toAnalytics, myAnalytics: tool }) as EndpointOptions[]
    await list.find(({ name }) => name === 'segment')?.send?.([win], context)
    expect(called).toEqual([
      [
        'win_reached',
        win.properties,
        { messageId: win.messageId, timestamp: win.timestamp, userId: 'u_42' },
      ],
    ])
  })
})
