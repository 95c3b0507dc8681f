import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { brokenStore } from '../../test/broken-store.ts'
import { runCollector } from '../../test/running-collector.ts'
import { batch, MINUTE, START, started, track, win, WRITE_KEY } from '../../test/wire.ts'
import type { LogEntry } from '../operate/log.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('POST /v1/batch', () => {
  it('accepts events, and says how many', async () => {
    const { send } = await runCollector()
    const answer = await send(batch([started({ user: 'u1' }), win('w', 'aha', { user: 'u1' })]))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] })
  })

  it('stores a repeated event once', async () => {
    const { send, read } = await runCollector()
    const body = batch([started({ user: 'u1' })])
    await send(body)
    expect(await (await send(body)).json()).toEqual({ accepted: 0, duplicates: 1, rejected: [] })
    expect((await read('/v1/results?journey=mail-tool')).tiers[0].started).toBe(1)
  })

  it('counts a repetition within one batch as a duplicate', async () => {
    const { send } = await runCollector()
    const event = started({ user: 'u1' })
    expect(await (await send(batch([event, event]))).json()).toMatchObject({
      accepted: 1,
      duplicates: 1,
    })
  })

  it('keeps the rest of a batch with a bad event, and names that', async () => {
    const { send } = await runCollector()
    const bad = { ...started({ user: 'u2' }), messageId: '' }
    const answer = await send(batch([started({ user: 'u1' }), bad, started({ user: 'u3' })]))
    expect(await answer.json()).toMatchObject({
      accepted: 2,
      rejected: [{ index: 1, code: 'wrong-field', message: expect.stringContaining('messageId') }],
    })
  })

  it('takes application/json and gzip', async () => {
    const { send } = await runCollector()
    const zipped = gzipSync(batch([started({ user: 'u1' })]))
    const answer = await send(zipped, { ...JSON_TYPE, 'content-encoding': 'gzip' })
    expect(await answer.json()).toMatchObject({ accepted: 1 })
  })

  it('accepts an empty batch', async () => {
    const { send } = await runCollector()
    expect(await (await send(batch([]))).json()).toMatchObject({ accepted: 0 })
  })

  const body = batch([started({ user: 'u1' })])
  const refusals: [what: string, body: BodyInit, headers: Record<string, string>, code: string][] =
    [
      ['text that is not JSON', '{', {}, '400 not-json'],
      ['JSON that is not a batch', '[]', {}, '400 not-a-batch'],
      ['JSON of a depth that exhausts the stack', '['.repeat(100_000), {}, '400 too-deep'],
      ['an unknown write key', body.replace(WRITE_KEY, 'pk_other'), {}, '401 write-key'],
      ['a page of another origin', body, { origin: 'https://evil.example' }, '403 origin'],
      ['too large a body', `${body}${' '.repeat(600_000)}`, {}, '413 too-large'],
      [
        'too many events',
        batch(Array.from({ length: 501 }, () => ({}))),
        {},
        '413 too-many-events',
      ],
      ['a form', body, { 'content-type': 'multipart/form-data' }, '415 content-type'],
      ['an encoding it does not know', body, { 'content-encoding': 'br' }, '415 content-encoding'],
      ['gzip that is none', body, { 'content-encoding': 'gzip' }, '400 unreadable'],
      [
        'a small body that unpacks to a large one',
        gzipSync(Buffer.alloc(50_000_000)),
        { 'content-encoding': 'gzip' },
        '413 too-large',
      ],
    ]
  it.each(refusals)('refuses %s', async (...row) => {
    const [, sent, headers, expected] = row
    const { send, read } = await runCollector()
    const answer = await send(sent, headers)
    const { code, message } = await answer.json()
    expect(`${answer.status} ${code}`).toBe(expected)
    expect(message).toMatch(/\.$/)
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  const packed = gzipSync(body)
  const unreadable: [what: string, sent: BodyInit, reason: string][] = [
    ['is none', body, 'incorrect header check'],
    ['ends early', packed.subarray(0, -20), 'unexpected end of file'],
  ]
  it.each(unreadable)('says why gzip that %s cannot be read', async (...row) => {
    const [, sent, reason] = row
    const { send } = await runCollector()
    const { message } = await (await send(sent, { 'content-encoding': 'gzip' })).json()
    expect(message).toBe(`The body cannot be unpacked with gzip (${reason}).`)
  })

  it('keeps a win whose time to value is none', async () => {
    const { send } = await runCollector()
    const wins = [1e308, -5, 60_000].map((ttvMs) => win('w', 'aha', { user: 'u1', ttvMs }))
    expect(await (await send(batch(wins))).json()).toMatchObject({ accepted: 3, rejected: [] })
  })

  it('refuses a body that is sent in pieces and gets too large', async () => {
    const { url } = await runCollector()
    const piece = new TextEncoder().encode(' '.repeat(64_000))
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 1_000) controller.close()
        else controller.enqueue(piece)
      },
    })
    const headers = { 'content-type': 'text/plain' }
    const request = { method: 'POST', headers, body: endless, duplex: 'half' } as const
    // The connection may be cut before the answer is read: either way it is not read to its end.
    const status = await fetch(`${url}/v1/batch`, request).then(
      (answer) => answer.status,
      () => 413,
    )
    expect(status).toBe(413)
    expect(sent).toBeLessThan(100)
  })

  it('knows no other method', async () => {
    const { url } = await runCollector()
    const answer = await fetch(`${url}/v1/batch`)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST')
  })

  it('asks a sender that is too fast to wait', async () => {
    const limits = { perAddress: { perSecond: 10, burst: 10 } }
    const { send } = await runCollector({ limits })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(batch([]))))
    const late = answers.filter(({ status }) => status === 429)
    expect(late.length).toBe(10)
    expect(late[0]?.headers.get('retry-after')).toBe('1')
  })

  it('asks to come back where the events cannot be written', async () => {
    const lines: LogEntry[] = []
    const store = brokenStore('disk full')
    const { send, url } = await runCollector({ store, log: (line) => lines.push(line) })
    const answer = await send(body)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(lines).toMatchObject([{ level: 'error', event: 'store-failed', message: 'disk full' }])
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('permission to read the answer', () => {
  const allowed = ['https://app.example.com', 'https://a.shop.example', 'https://b.a.shop.example']
  it.each(allowed)('is given to %s', async (origin) => {
    const { send } = await runCollector()
    const { headers } = await send(batch([]), { origin })
    expect(headers.get('access-control-allow-origin')).toBe(origin)
    expect(headers.get('vary')).toBe('Origin')
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
  })

  const others = [
    'https://app.example.com.evil',
    'https://evilapp.example.com',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://shop.example',
    'https://evilshop.example',
    'https://evil.com/.shop.example',
    'null',
  ]
  it.each(others)('is not given to %s', async (origin) => {
    const { send } = await runCollector()
    const answer = await send(batch([]), { origin })
    expect(answer.status).toBe(403)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })

  it('is asked for by a preflight', async () => {
    const { url } = await runCollector()
    const ask = (origin: string) =>
      fetch(`${url}/v1/batch`, { method: 'OPTIONS', headers: { origin } })
    const yes = await ask('https://app.example.com')
    expect(yes.status).toBe(204)
    expect(yes.headers.get('access-control-allow-methods')).toBe('POST')
    expect((await ask('https://evil.example')).status).toBe(403)
  })
})

describe('the time of an event', () => {
  it('is corrected by how wrong the device’s clock is', async () => {
    const { clock, send, read } = await runCollector()
    // The device's clock is a year behind; the win came nine minutes after the start.
    const device = START - 365 * 24 * 60 * MINUTE
    clock.now = START + 10 * MINUTE
    const events = [
      started({ user: 'u1', at: device }),
      win('w', 'aha', { user: 'u1', at: device + 9 * MINUTE }),
    ]
    await send(batch(events, device + 10 * MINUTE))
    const [entry] = (await read('/v1/wins?journey=mail-tool')).wins
    expect(entry).toMatchObject({ at: START + 9 * MINUTE, ttvMs: 9 * MINUTE })
  })

  it('is never later than its arrival', async () => {
    const { send, read } = await runCollector()
    await send(batch([win('w', 'aha', { user: 'u1', at: START + MINUTE })], START))
    expect((await read('/v1/wins?journey=mail-tool')).wins[0].at).toBe(START)
  })
})

describe('events of the host', () => {
  it('are kept, and change no result', async () => {
    const { send, read } = await runCollector()
    const answer = await send(batch([track('mail.sent', { count: 1 }, { user: 'u1' })]))
    expect(await answer.json()).toMatchObject({ accepted: 1 })
    expect(await read('/v1/journeys')).toEqual({ journeys: [] })
  })
})
