import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCollector } from '../../src/collector.ts'
import { FORMS } from '../../src/receive/forms.ts'
import type { Incoming } from '../../src/receive/incoming.ts'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { ACME } from '../tenants.ts'
import { START } from '../wire.ts'

interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer<ArrayBuffer>
}

/** A collector that has heard nothing yet, so that two of them answer alike. */
function fresh() {
  const store = createSqliteStore(':memory:')
  return createCollector({ store, keys: [ACME], now: () => START, limits: { maxBodyBytes: 2_000 } })
}

/** As Node's server hands it on, without streams. */
function toIncoming({ method, path, headers, body }: Asked): Incoming {
  return {
    method,
    path,
    peer: '203.0.113.7',
    header: (name) => headers[name],
    readBody: async (mayTake) => {
      const problem = mayTake(body.length)
      return problem ? { ok: false, problem } : { ok: true, bytes: body }
    },
  }
}

function toRequest({ method, path, headers, body }: Asked): Request {
  const init = method === 'GET' ? { method, headers } : { method, headers, body }
  return new Request(`http://collector${path}`, init)
}

const event = fc.record(
  {
    type: fc.constantFrom<unknown>('track', 'identify', 'group', 'page', null, 7),
    messageId: fc.oneof(fc.uuid(), fc.string(), fc.constant(null)),
    event: fc.oneof(fc.string(), fc.constant('win_reached')),
    userId: fc.oneof(fc.string(), fc.constant(null)),
    timestamp: fc.oneof(fc.constant('2026-11-22T03:00:00.000Z'), fc.string(), fc.integer()),
    properties: fc.jsonValue(),
    traits: fc.jsonValue(),
    context: fc.jsonValue(),
  },
  { requiredKeys: [] },
)
const whole = fc.record({
  writeKey: fc.constantFrom(ACME.key, ACME.secret, 'pk_other'),
  batch: fc.array(event),
})
const part = fc.record(
  {
    writeKey: fc.constantFrom<unknown>(ACME.key, '', null, 7),
    sentAt: fc.oneof(fc.constant('2026-11-22T03:00:00.000Z'), fc.string(), fc.constant(null)),
    batch: fc.oneof(fc.array(event), fc.jsonValue()),
    token: fc.oneof(fc.string(), fc.jsonValue()),
    event: fc.string(),
    userId: fc.string(),
  },
  { requiredKeys: [] },
)
const text = fc.oneof(
  { weight: 6, arbitrary: whole.map((value) => JSON.stringify(value)) },
  part.map((value) => JSON.stringify(value)),
  fc.array(event).map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'null', '[[[', '{"batch":', ' '.repeat(3_000)),
)
const body = fc.oneof(
  text.map((value) => ({ encoding: 'identity', bytes: Buffer.from(value) })),
  text.map((value) => ({ encoding: 'gzip', bytes: gzipSync(value) })),
  fc.uint8Array().map((value) => ({ encoding: 'gzip', bytes: Buffer.from(value) })),
  text.map((value) => ({ encoding: 'br', bytes: Buffer.from(value) })),
)
const json = ['text/plain', 'application/json; charset=utf-8']
const others = ['application/cloudevents-batch+json', 'application/cloudevents+json', 'image/png']
const headers = fc.record(
  {
    'content-type': fc.constantFrom(...json, ...json, ...others),
    authorization: fc.constantFrom('Bearer pk_acme', 'Basic cGtfYWNtZTo=', 'Basic', 'x'),
    origin: fc.constantFrom('https://acme.example', 'https://acme.example', 'https://evil.example'),
    'user-agent': fc.constantFrom('Mozilla/5.0', 'Googlebot/2.1'),
  },
  { requiredKeys: ['content-type'] },
)
const method = fc.constantFrom('POST', 'POST', 'POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS')
const path = fc.constantFrom('/v1/batch', '/v1/batch', ...FORMS.keys(), '/v1/progress')
const requests: fc.Arbitrary<Asked> = fc.record({ method, path, headers, body }).map((asked) => ({
  method: asked.method,
  path: asked.path,
  headers: Object.assign({ 'content-encoding': asked.body.encoding }, asked.headers),
  body: asked.body.bytes,
}))

it('whatever is sent is answered, by both ways in with the same words', async () => {
  const seen = new Set<number>()
  const property = fc.asyncProperty(requests, async (asked) => {
    const [one, other] = [fresh(), fresh()]
    const reply = await one.receive(toIncoming(asked))
    const answer = await other.fetch(toRequest(asked), {
      loopback: false,
      address: '203.0.113.7',
    })
    await Promise.all([one.close(), other.close()])
    seen.add(answer.status)
    expect(answer.status).toBeLessThan(500)
    expect(reply?.status).toBe(answer.status)
    expect(reply?.body ?? '').toBe(await answer.text())
    expect(new Headers(reply?.headers)).toEqual(answer.headers)
  })
  await fc.assert(property, { numRuns: 400 })
  expect([...seen].toSorted((a, b) => a - b)).toEqual(
    expect.arrayContaining([200, 204, 400, 401, 403, 405, 415]),
  )
}, 60_000)
