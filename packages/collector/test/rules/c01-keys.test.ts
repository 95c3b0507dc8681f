import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, bearer, GLOBEX, READ_KEY, READING } from '../tenants.ts'
import { batch, started } from '../wire.ts'

const keys = [ACME, GLOBEX]

describe('C1 a write key', () => {
  it.each(READING)('opens nothing at %s %s', async (method, path) => {
    const { url } = await runCollector({ keys, readKey: READ_KEY })
    const answer = await fetch(url + path, { method, headers: bearer(ACME.key) })
    expect(answer.status).toBe(403)
  })

  it('that is unknown is answered the same, whatever it is', async () => {
    const { url } = await runCollector({ keys })
    const answers = ['pk_acm', 'x', '__proto__', `${ACME.key} `, GLOBEX.secret.slice(1)].map(
      async (writeKey) => {
        const headers = { 'content-type': 'text/plain' }
        const body = JSON.stringify({ writeKey, batch: [] })
        const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
        return `${answer.status} ${await answer.text()}`
      },
    )
    const [first, ...others] = new Set(await Promise.all(answers))
    expect(first).toContain('401 {"code":"write-key"')
    expect(others).toEqual([])
  })

  it('is enough to send', async () => {
    const { send, url } = await runCollector({ keys })
    const body = batch([started({ user: 'u1' })]).replace('pk_test', ACME.key)
    expect(await (await send(body)).json()).toMatchObject({ accepted: 1 })
    const headers = bearer(ACME.secret)
    const answer = await fetch(`${url}/v1/users/u1/export`, { headers })
    expect(await answer.text()).toContain('journey_started')
  })
})
