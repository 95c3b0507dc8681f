import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, bearer, GLOBEX, READ_KEY } from '../tenants.ts'
import { batch, started } from '../wire.ts'

async function signedIn() {
  const running = await runCollector({ keys: [ACME, GLOBEX], readKey: READ_KEY })
  const answer = await fetch(`${running.url}/v1/sign-in`, { method: 'POST', body: READ_KEY })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { ...running, cookie }
}

describe('C3 what brings events', () => {
  it('is allowed no more by the cookie of somebody who signed in', async () => {
    const { send, cookie } = await signedIn()
    const body = batch([started({ user: 'u1' })])
    expect((await send(body, { cookie })).status).toBe(401)
    const known = body.replace('pk_test', ACME.key)
    const origin = 'https://globex.example'
    expect((await send(known, { cookie, origin })).status).toBe(403)
  })

  it('sets no cookie', async () => {
    const { send } = await signedIn()
    const { headers, status } = await send(batch([]).replace('pk_test', ACME.key))
    expect(status).toBe(200)
    expect(headers.has('set-cookie')).toBe(false)
  })

  it('comes as text/plain, which browsers send without asking first', async () => {
    const { send, url } = await signedIn()
    const body = batch([started({ user: 'u1' })]).replace('pk_test', ACME.key)
    const headers = { 'content-type': 'text/plain;charset=UTF-8', origin: 'https://acme.example' }
    expect((await send(body, headers)).status).toBe(200)
    const stored = await fetch(`${url}/v1/users/u1/export`, { headers: bearer(ACME.secret) })
    expect(await stored.text()).toContain('journey_started')
  })
})
