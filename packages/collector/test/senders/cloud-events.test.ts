import { CloudEvent, HTTP } from 'cloudevents'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { storedEvents } from '../stored.ts'
import { ACME, bearer } from '../tenants.ts'
import { batch, track } from '../wire.ts'

interface Message {
  headers: object
  body: unknown
}

async function receiver() {
  const { url } = await runCollector({ keys: [ACME] })
  const send = async ({ headers, body }: Message) => {
    const answer = await fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: { ...bearer(ACME.key), ...headers },
      body: String(body),
    })
    return answer.json()
  }
  return { url, send }
}

const event = new CloudEvent({
  id: 'order-1',
  source: '/orders',
  type: 'com.example.order.created',
  subject: 'u1',
  time: '2026-11-22T03:00:00.000Z',
  data: { total: 42 },
})

describe('CloudEvents', () => {
  it.each([
    ['structured', HTTP.structured(event)],
    ['binary', HTTP.binary(event)],
  ])('of the official SDK are taken in %s mode', async (_mode, message) => {
    const { url, send } = await receiver()
    expect(await send(message)).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    const [stored] = await storedEvents(url, 'u1')
    expect(JSON.stringify(stored)).toContain('com.example.order.created')
    expect(JSON.stringify(stored)).toContain('42')
  })

  it('are the same in both modes', async () => {
    const { send } = await receiver()
    await send(HTTP.structured(event))
    expect(await send(HTTP.binary(event))).toMatchObject({ accepted: 0, duplicates: 1 })
  })

  it('bring nothing in their headers that no database keeps', async () => {
    const { url, send } = await receiver()
    const { headers, body } = HTTP.binary(event)
    const dirty = { ...headers, 'ce-subject': 'a%00b', 'ce-type': 'com.example.%00' }
    expect(await send({ headers: dirty, body })).toMatchObject({ accepted: 1 })
    const [stored] = await storedEvents(url, 'a\uFFFDb')
    expect(JSON.stringify(stored)).toContain('com.example.\uFFFD')
  })

  it('are told apart by their source, too', async () => {
    const { send } = await receiver()
    await send(HTTP.structured(event))
    const other = event.cloneWith({ source: '/refunds' })
    expect(await send(HTTP.structured(other))).toMatchObject({ accepted: 1 })
  })

  const headers = { 'content-type': 'application/cloudevents-batch+json' }

  it('are taken in batches, each judged alone', async () => {
    const { send } = await receiver()
    const list = [event, { specversion: '0.3', id: 'x' }, event.cloneWith({ id: 'order-2' })]
    expect(await send({ headers, body: JSON.stringify(list) })).toMatchObject({
      accepted: 2,
      rejected: [{ index: 1, code: 'unknown-type' }],
    })
  })

  it('of our own SDK are the events that they carry', async () => {
    const { url, send } = await receiver()
    const { messageId, timestamp, ...data } = track('win_reached', { win: 'w' }, { user: 'u1' })
    const own = {
      specversion: '1.0',
      id: messageId,
      source: '/firstwin/mail-tool',
      type: 'firstwin.track.win_reached',
      subject: 'u1',
      time: timestamp,
      sentat: timestamp,
      data,
    }
    expect(await send({ headers, body: JSON.stringify([own]) })).toMatchObject({ accepted: 1 })
    const body = batch([{ ...data, messageId, timestamp }]).replace('pk_test', ACME.key)
    const again = await send({ headers: { 'content-type': 'text/plain' }, body })
    expect(again).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await storedEvents(url, 'u1')).toHaveLength(1)
  })

  it('need a key, as everything', async () => {
    const { url } = await runCollector({ keys: [ACME] })
    const body = JSON.stringify([event])
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
  })
})
