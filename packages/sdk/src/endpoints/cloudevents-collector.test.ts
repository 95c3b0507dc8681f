import { createCollector, createSqliteStore } from '@firstwin/collector'
import { expect, it } from 'vitest'
import { encodeBatch } from '../report/encode-batch.ts'
import type { Encode } from '../report/endpoint.ts'
import { cloudevents } from './cloudevents.ts'
import { company, context, user, visitor, win } from './events.fixture.ts'

const SECRET = 'sk_0123456789abcdef'
const sent = [user, company, win, visitor]

/** Our own collector, in this process, and what it has of a user. */
function collectorOf() {
  const keys = [{ key: context.key, origins: '*' as const, secret: SECRET }]
  const now = (): number => Date.parse(context.sentAt) + 120
  const collector = createCollector({ store: createSqliteStore(':memory:'), keys, now })

  async function post(encode: Encode): Promise<unknown> {
    const { body, contentType, headers } = encode(sent, context)
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
