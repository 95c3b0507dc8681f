import { createCollector, createSqliteStore, type IdentityOptions } from '@firstwin/collector'
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { encodeBatch } from '../report/encode-batch.ts'
import type { Encode } from '../report/endpoint.ts'
import { cloudevents } from './cloudevents.ts'
import { company, context, user, visitor, win } from './events.fixture.ts'

const SECRET = 'sk_0123456789abcdef'
const sent = [user, company, win, visitor]

/** Our own collector, in this process, and what it has of a user. */
function collectorOf(identity?: IdentityOptions) {
  const keys = [{ key: context.key, origins: '*' as const, secret: SECRET }]
  const now = (): number => Date.parse(context.sentAt) + 120
  const collector = createCollector({ store: createSqliteStore(':memory:'), keys, now, identity })

  async function post(encode: Encode, token?: string): Promise<unknown> {
    const { body, contentType, headers } = encode(sent, { ...context, token })
    const init = { method: 'POST', headers: { ...headers, 'content-type': contentType }, body }
    const answer = await collector.fetch(new Request('https://collector.example/v1/batch', init))
    return await answer.json()
  }

  async function stored(): Promise<readonly unknown[]> {
    const headers = { authorization: `Bearer ${SECRET}` }
    const url = 'https://collector.example/v1/users/u_42/export'
    const answer = await collector.fetch(new Request(url, { headers }))
    const lines = (await answer.text()).split('\n').filter((line) => line !== '')
    return lines.map((line) => JSON.parse(line) as unknown)
  }

  return { post, stored }
}

it('leads in the collector to exactly what the default form leads to', async () => {
  const [byDefault, byCloudEvents] = [collectorOf(), collectorOf()]
  const all = { accepted: sent.length, duplicates: 0, rejected: [] }
  expect(await byDefault.post(encodeBatch)).toEqual(all)
  expect(await byCloudEvents.post(cloudevents.encode)).toEqual(all)
  expect((await byDefault.stored()).length).toBeGreaterThanOrEqual(sent.length)
  expect(await byCloudEvents.stored()).toEqual(await byDefault.stored())
})

it('is the same event to the collector as in the default form', async () => {
  const collector = collectorOf()
  await collector.post(encodeBatch)
  expect(await collector.post(cloudevents.encode)).toEqual({
    accepted: 0,
    duplicates: sent.length,
    rejected: [],
  })
})

/** As the product's server signs who is signed in. */
function tokenOf(sub: string, secret: string): string {
  const iat = Math.floor(Date.parse(context.sentAt) / 1000)
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { sub, iat, exp: iat + 600 },
  ]
  const signed = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

it('says whose the events are where the collector wants to know', async () => {
  const secret = 'a secret of at least thirty-two bytes'
  const collector = collectorOf({ mode: 'enforce', secrets: [secret] })
  const token = tokenOf('u_42', secret)
  const all = { accepted: sent.length, duplicates: 0, rejected: [] }
  expect(await collector.post(cloudevents.encode, token)).toEqual(all)
  expect(JSON.stringify(await collector.stored())).not.toContain(token)
})
