import { describe, expect, it, onTestFinished } from 'vitest'
import { dated } from '../../test/dated.ts'
import { identify, started, WRITE_KEY } from '../../test/wire.ts'
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { createPersonRoutes } from './person-routes.ts'

const USER = 'ü/1 ?'

async function routes() {
  const store = createSqliteStore(':memory:')
  onTestFinished(() => store.close())
  await store.append([
    dated(started({ device: 'd1' })),
    dated(identify({ mail: 'canary@example.com' }, { user: USER, device: 'd1' })),
    dated(started({ user: USER }), { writeKey: 'pk_other' }),
  ])
  const route = createPersonRoutes({ store, writeKeys: [WRITE_KEY, 'pk_other'] })
  return (method: string, path: string) => route(new Request(`http://collector${path}`, { method }))
}

const path = `/v1/users/${encodeURIComponent(USER)}`

describe('C23 GET /v1/users/:id/export', () => {
  it('answers a line of JSON for each thing that is stored', async () => {
    const ask = await routes()
    const answer = await ask('GET', `${path}/export`)
    const lines = (await answer.text()).trimEnd().split('\n')
    const kinds = lines.map((line): string => JSON.parse(line).kind)
    expect(kinds.toSorted()).toEqual([
      'device',
      'event',
      'event',
      'milestone',
      'person',
      'person',
      'trait',
    ])
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is empty for somebody unknown', async () => {
    const ask = await routes()
    expect(await (await ask('GET', '/v1/users/nobody/export')).text()).toBe('')
  })

  it('is of the product that is named', async () => {
    const ask = await routes()
    const text = await (await ask('GET', `${path}/export?key=pk_other`)).text()
    expect(text).not.toContain('canary')
    expect(text).toContain('journey_started')
    expect((await ask('GET', `${path}/export?key=pk_none`)).status).toBe(404)
  })

  it('stops reading when whoever asked has left', async () => {
    const ask = await routes()
    const answer = await ask('GET', `${path}/export`)
    await expect(answer.body?.cancel()).resolves.toBeUndefined()
  })
})

describe('C23 DELETE /v1/users/:id', () => {
  it('erases, and finds nothing the second time', async () => {
    const ask = await routes()
    const first = await ask('DELETE', path)
    expect(first.status).toBe(200)
    expect(await first.json()).toEqual({ erased: { events: 2 } })
    expect((await ask('DELETE', path)).status).toBe(404)
    expect(await (await ask('GET', `${path}/export`)).text()).toBe('')
  })

  it('erases nothing of another product', async () => {
    const ask = await routes()
    await ask('DELETE', path)
    expect((await ask('DELETE', `${path}?key=pk_other`)).status).toBe(200)
  })
})

it.each([
  ['GET', path, 405],
  ['DELETE', `${path}/export`, 405],
  ['DELETE', '/v1/users/', 404],
  ['DELETE', '/v1/users/%E0%A4%A', 404],
  ['GET', '/v1/users/u/other', 404],
])('answers %s %s with %i', async (method, at, status) => {
  const ask = await routes()
  expect((await ask(method, at)).status).toBe(status)
})
