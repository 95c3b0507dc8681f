import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { storedEvents, storedTypes } from '../stored.ts'
import { ACME, bearer, GLOBEX } from '../tenants.ts'
import { nextId, START } from '../wire.ts'

const basic = (name: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:`).toString('base64')}`,
})

async function server() {
  const { url } = await runCollector({ keys: [ACME, GLOBEX] })
  const post = async (body: object, headers: Record<string, string> = {}, path = '/v1/track') => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: answer.status, ...(await answer.json()) }
  }
  return { url, post }
}

const one = { accepted: 1, duplicates: 0, rejected: [], status: 200 }

describe('POST /v1/track', () => {
  const event = { userId: 'u1', event: 'mail.sent', properties: { count: 1 } }
  const ways: [way: string, body: object, headers: Record<string, string>][] = [
    ['the write key in the body', { ...event, writeKey: ACME.key }, {}],
    ['the write key as the name of Basic', event, basic(ACME.key)],
    ['the secret as the name of Basic', event, basic(ACME.secret)],
    ['the secret as Bearer', event, bearer(ACME.secret)],
    ['the secret in the body', { ...event, writeKey: ACME.secret }, {}],
  ]
  it.each(ways)('takes one event with %s', async (...row) => {
    const [, body, headers] = row
    const { url, post } = await server()
    expect(await post(body, headers)).toEqual(one)
    const [stored] = await storedEvents(url, 'u1')
    expect(JSON.stringify(stored)).toContain('mail.sent')
    expect(JSON.stringify(stored)).not.toContain(ACME.secret)
  })

  it('takes a server’s event though a stranger has used its id before', async () => {
    const { url, post } = await server()
    const messageId = 'order-4711-paid'
    const stranger = { writeKey: ACME.key, messageId, anonymousId: 'z', event: 'junk' }
    expect(await post(stranger)).toEqual(one)
    expect(await post({ ...event, messageId }, bearer(ACME.secret))).toEqual(one)
    const again = await post({ ...event, messageId }, basic(ACME.secret))
    expect(again).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await storedEvents(url, 'u1')).toMatchObject([{ event: 'mail.sent', messageId }])
  })

  it('gives an event an id and a time where it has none', async () => {
    const { url, post } = await server()
    await post(event, bearer(ACME.secret))
    const [stored] = await storedEvents(url, 'u1')
    expect(JSON.stringify(stored)).toContain(new Date(START).toISOString())
    expect(JSON.stringify(stored)).toMatch(/"[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-/)
  })

  it('counts an event with an id of its own once', async () => {
    const { post } = await server()
    const body = { ...event, messageId: nextId() }
    await post(body, bearer(ACME.secret))
    expect(await post(body, bearer(ACME.secret))).toMatchObject({ accepted: 0, duplicates: 1 })
  })

  it('takes who it was and to whom they belong at their own paths', async () => {
    const { url, post } = await server()
    const headers = bearer(ACME.secret)
    expect(await post({ userId: 'u1', traits: { plan: 'pro' } }, headers, '/v1/identify')).toEqual(
      one,
    )
    expect(await post({ userId: 'u1', groupId: 'g' }, headers, '/v1/group')).toEqual(one)
    expect(await storedTypes(url, 'u1')).toEqual(['group', 'identify'])
  })

  it('names what is wrong with an event', async () => {
    const { post } = await server()
    expect(await post({ userId: 'u1' }, bearer(ACME.secret))).toMatchObject({
      accepted: 0,
      rejected: [{ index: 0, code: 'missing-field', message: 'event: it is missing.' }],
    })
  })

  it('is refused without a key, and with one of nobody', async () => {
    const { post } = await server()
    expect(await post(event)).toMatchObject({ status: 400, code: 'not-a-batch' })
    expect(await post(event, bearer('sk_nobody'))).toMatchObject({ status: 401 })
    expect(await post([], bearer(ACME.secret))).toMatchObject({ status: 400 })
  })

  it('believes the secret about who the user is, where a page needs a token', async () => {
    const secrets = ['0123456789abcdef0123456789abcdef']
    const keys = [{ ...ACME, identity: { mode: 'enforce' as const, secrets } }]
    const { url } = await runCollector({ keys })
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/v1/track`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(event),
      }).then((answer) => answer.json())
    expect(await post(basic(ACME.key))).toMatchObject({ rejected: [{ code: 'identity' }] })
    expect(await post(basic(ACME.secret))).toMatchObject({ accepted: 1, rejected: [] })
  })
})
