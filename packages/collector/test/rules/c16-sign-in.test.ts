import { describe, expect, it } from 'vitest'
import { createReadGuard } from '../../src/read/read-guard.ts'
import { runCollector } from '../running-collector.ts'
import { ACME, READ_KEY } from '../tenants.ts'
import { MINUTE, START } from '../wire.ts'

const keys = [ACME]
const HTTPS = { origin: 'https://results.example', 'x-forwarded-host': 'results.example' }

const signIn = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/sign-in`, { method: 'POST', body, headers })

const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? ''

describe('C16 signing in', () => {
  it('has no default: without a read key nobody can', async () => {
    const { url } = await runCollector({ keys: [{ key: 'pk', origins: '*' }] })
    for (const guess of ['', 'admin', 'firstwin', 'password']) {
      expect((await signIn(url, guess)).status).toBe(404)
    }
  })

  it('over https gives a cookie that no other host can set or read', async () => {
    const { url } = await runCollector({ keys, readKey: READ_KEY })
    const headers = { ...HTTPS, 'sec-fetch-site': 'same-origin' }
    const cookie = cookieOf(await signIn(url, READ_KEY, headers))
    expect(cookie).toMatch(
      /^__Host-firstwin_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/,
    )
    const read = await fetch(`${url}/v1/journeys`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(read.status).toBe(200)
  })

  it('gives another cookie each time, whatever the browser had', async () => {
    const { url } = await runCollector({ keys, readKey: READ_KEY })
    const first = cookieOf(await signIn(url, READ_KEY))
    const fixed = { cookie: 'firstwin_session=chosen.by.somebody.else' }
    const second = cookieOf(await signIn(url, READ_KEY, fixed))
    expect(second).not.toBe(first)
    expect(second).not.toContain('chosen')
    expect((await fetch(`${url}/v1/journeys`, { headers: fixed })).status).toBe(401)
  })

  it('is shut for a minute after ten wrong keys: the eleventh is answered 429', async () => {
    const { clock, url } = await runCollector({ keys, readKey: READ_KEY })
    for (let i = 0; i < 10; i += 1) expect((await signIn(url, `guess ${i}`)).status).toBe(401)
    const eleventh = await signIn(url, READ_KEY)
    expect([eleventh.status, eleventh.headers.get('retry-after')]).toEqual([429, '60'])
    clock.now += MINUTE
    expect((await signIn(url, READ_KEY)).status).toBe(204)
  })

  it('is not shut for others by somebody who guesses from elsewhere', async () => {
    const { url } = await runCollector({ keys, readKey: READ_KEY, trustProxy: 1 })
    const from = (address: string) => ({ 'x-forwarded-for': address })
    for (let i = 0; i < 11; i += 1) await signIn(url, 'guess', from('203.0.113.7'))
    expect((await signIn(url, READ_KEY, from('203.0.113.7'))).status).toBe(429)
    expect((await signIn(url, READ_KEY, from('198.51.100.1'))).status).toBe(204)
  })

  it('is shut for all where many addresses guess together', () => {
    const readKeys = [{ secret: READ_KEY, writeKeys: [ACME.key], operator: true }]
    const guard = createReadGuard({ readKeys, now: () => START })
    for (let i = 0; i < 1_000; i += 1) {
      expect(guard.open('guess', `10.0.${Math.floor(i / 250)}.${i % 250}`).ok).toBe(false)
    }
    const other = guard.open(READ_KEY, '198.51.100.1')
    expect(other).toMatchObject({ ok: false, problem: { status: 429 } })
  })
})
