import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, bearer, GLOBEX, READ_KEY, READING, textOf } from '../tenants.ts'
import { batch, started, win } from '../wire.ts'

/** Both products have a user u1, and in the one of Globex there is a win that only it may see. */
async function twoTenants() {
  const running = await runCollector({ keys: [ACME, GLOBEX], readKey: READ_KEY })
  for (const { key } of [ACME, GLOBEX]) {
    const events = [started({ user: 'u1' }), win(`canary-of-${key}`, 'aha', { user: 'u1' })]
    await running.send(batch(events).replace('pk_test', key))
  }
  return running
}

const tenants: [who: string, own: typeof ACME, other: typeof ACME][] = [
  ['Acme', ACME, GLOBEX],
  ['Globex', GLOBEX, ACME],
]
const table = READING.flatMap(([method, path]) =>
  tenants.map(([who, own, other]) => ({ method, path, who, own, other })),
)

describe('C15 the secret of one product', () => {
  it.each(table)('$who: does not open $method $path of another', async (row) => {
    const { method, path, own, other } = row
    const { url } = await twoTenants()
    const headers = bearer(own.secret)
    const answer = await fetch(`${url}${path}&key=${other.key}`, { method, headers })
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('canary')
    // And as if there were none of the kind.
    const unknown = await fetch(`${url}${path}&key=pk_nobody`, { method, headers })
    expect(unknown.status).toBe(404)
  })

  it.each(table)('$who: opens $method $path of its own, and no more', async (row) => {
    const { method, path, own, other } = row
    const { url } = await twoTenants()
    for (const query of ['', `&key=${own.key}`]) {
      const answer = await fetch(url + path + query, { method, headers: bearer(own.secret) })
      // The second DELETE finds nothing left.
      expect(answer.status).toBe(method === 'DELETE' && query !== '' ? 404 : 200)
      expect(await textOf(answer)).not.toContain(`canary-of-${other.key}`)
    }
  })

  it('erases nobody of another product who has the same id', async () => {
    const { url } = await twoTenants()
    await fetch(`${url}/v1/users/u1`, { method: 'DELETE', headers: bearer(ACME.secret) })
    const rest = await fetch(`${url}/v1/users/u1/export`, { headers: bearer(GLOBEX.secret) })
    expect(await rest.text()).toContain(`canary-of-${GLOBEX.key}`)
  })

  it('does not open what is the operator’s', async () => {
    const { url } = await twoTenants()
    const forwarded = { 'x-forwarded-for': '203.0.113.7' }
    const metrics = (secret: string) =>
      fetch(`${url}/metrics`, { headers: { ...bearer(secret), ...forwarded } })
    expect((await metrics(ACME.secret)).status).toBe(403)
    expect((await metrics(READ_KEY)).status).toBe(200)
  })

  it('sends as its own product only', async () => {
    const { send } = await twoTenants()
    const body = batch([started({ user: 'u2' })]).replace('pk_test', GLOBEX.key)
    const origin = 'https://acme.example'
    expect((await send(body, { ...bearer(ACME.secret), origin })).status).toBe(403)
  })
})

describe('C15 the cookie of one product', () => {
  it.each(table)('$who: does not open $method $path of another', async (row) => {
    const { method, path, own, other } = row
    const { url } = await twoTenants()
    const signedIn = await fetch(`${url}/v1/sign-in`, { method: 'POST', body: own.secret })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${url}${path}&key=${other.key}`, { method, headers })
    expect(answer.status).toBe(404)
  })
})

describe('C15 the key of the operator', () => {
  it.each(tenants)('opens the results of %s', async (...row) => {
    const [, { key }] = row
    const { url } = await twoTenants()
    const path = `/v1/wins?journey=mail-tool&key=${key}`
    const answer = await fetch(url + path, { headers: bearer(READ_KEY) })
    expect(await answer.text()).toContain(`canary-of-${key}`)
  })
})
