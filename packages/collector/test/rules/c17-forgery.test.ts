import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, bearer, READ_KEY, READING } from '../tenants.ts'
import { batch, started } from '../wire.ts'

async function signedIn() {
  const running = await runCollector({ keys: [ACME], readKey: READ_KEY })
  await running.send(batch([started({ user: 'u1' })]).replace('pk_test', ACME.key))
  const answer = await fetch(`${running.url}/v1/sign-in`, { method: 'POST', body: READ_KEY })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const exported = async () =>
    (await fetch(`${running.url}/v1/users/u1/export`, { headers: bearer(READ_KEY) })).text()
  return { ...running, cookie, exported }
}

const foreign: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {},
]

describe('C17 another site', () => {
  it.each(foreign)('erases nobody with the cookie of who signed in: %o', async (headers) => {
    const { url, cookie, exported } = await signedIn()
    const asked = { method: 'DELETE', headers: { cookie, ...headers } }
    expect((await fetch(`${url}/v1/users/u1`, asked)).status).toBe(403)
    expect(await exported()).toContain('journey_started')
  })

  const posts: [type: string, body: string][] = [
    ['text/plain', READ_KEY],
    ['application/x-www-form-urlencoded', `key=${READ_KEY}`],
    ['application/json', JSON.stringify({ key: READ_KEY })],
  ]
  it.each(posts)('signs nobody in with a form of %s', async (type, body) => {
    const { url } = await signedIn()
    const headers = { 'content-type': type, 'sec-fetch-site': 'cross-site' }
    const answer = await fetch(`${url}/v1/sign-in`, { method: 'POST', headers, body })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })
})

describe('C17 our own page', () => {
  it('erases with the cookie', async () => {
    const { url, cookie, exported } = await signedIn()
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${url}/v1/users/u1`, { method: 'DELETE', headers })
    expect(answer.status).toBe(200)
    expect(await exported()).toBe('')
  })
})

it('C17 whatever is read changes nothing', async () => {
  const { url, cookie, exported } = await signedIn()
  const before = await exported()
  for (const [, path] of READING) {
    const answer = await fetch(url + path, { headers: { cookie } })
    await answer.body?.cancel()
  }
  expect(await exported()).toBe(before)
})
