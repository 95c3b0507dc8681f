import { describe, expect, it } from 'vitest'
import { createCollector } from '../../src/collector.ts'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { brokenStore } from '../broken-store.ts'
import { heldStore } from '../held-store.ts'
import { runCollector } from '../running-collector.ts'
import { batch, started } from '../wire.ts'

describe('a collector that is about to stop', () => {
  it('says so first, and goes on taking events', async () => {
    const store = createSqliteStore(':memory:')
    const collector = createCollector({ store, keys: [{ key: 'pk_test', origins: '*' }] })
    const ask = async (path: string, init?: RequestInit) =>
      (await collector.fetch(new Request(`http://collector${path}`, init))).status
    expect(await ask('/readyz')).toBe(200)
    collector.retire()
    expect([await ask('/readyz'), await ask('/healthz')]).toEqual([503, 200])
    const headers = { 'content-type': 'text/plain' }
    const sent = { method: 'POST', headers, body: batch([started({ user: 'u1' })]) }
    expect(await ask('/v1/batch', sent)).toBe(200)
    await collector.close()
    expect([await ask('/v1/batch', sent), await ask('/v1/journeys')]).toEqual([503, 503])
  })

  it('answers what it has taken', async () => {
    const { store, letGo } = heldStore()
    const { send, server, url } = await runCollector({ store })
    const taken = send(batch([started({ user: 'u1' })]))
    await expect
      .poll(async () => (await fetch(`${url}/metrics`)).text())
      .toContain('firstwin_events_waiting 1')
    const closed = server.close()
    letGo()
    expect(await (await taken).json()).toMatchObject({ accepted: 1 })
    await closed
  })
})

describe('GET /readyz', () => {
  it('says whether events could be written', async () => {
    const { url } = await runCollector()
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('says that they could not', async () => {
    const { url } = await runCollector({ store: brokenStore('disk full') })
    const answer = await fetch(`${url}/readyz`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).not.toContain('disk')
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  it('asks the store once a second at most', async () => {
    let checks = 0
    const store = { ...createSqliteStore(':memory:'), check: async () => void (checks += 1) }
    const { clock, url } = await runCollector({ store })
    await Promise.all(Array.from({ length: 10 }, () => fetch(`${url}/readyz`)))
    expect(checks).toBe(1)
    clock.now += 1_000
    await fetch(`${url}/readyz`)
    expect(checks).toBe(2)
  })
})
