import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { ACME, bearer } from '../tenants.ts'
import { nextId } from '../wire.ts'

async function stored(event: string) {
  const { url } = await runCollector({ keys: [ACME] })
  const head = `"type":"track","messageId":"${nextId()}","userId":"u1"`
  const time = '"timestamp":"2026-11-22T03:00:00.000Z"'
  const body = `{"writeKey":"${ACME.key}","batch":[{${head},${time},${event}}]}`
  const headers = { 'content-type': 'text/plain' }
  const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
  const exported = await fetch(`${url}/v1/users/u1/export`, { headers: bearer(ACME.secret) })
  return { answer: await answer.json(), bytes: Buffer.from(await exported.arrayBuffer()) }
}

describe('C7 an event', () => {
  const keys = [
    '"__proto__":{"polluted":1}',
    '"constructor":{"prototype":{"polluted":1}}',
    '"\\u005f_proto__":{"polluted":1}',
    '"deep":{"prototype":{"polluted":1}}',
  ]
  it.each(keys)('loses keys that name the prototype: %s', async (key) => {
    const { answer, bytes } = await stored(`"event":"e",${key},"properties":{"kept":1,${key}}`)
    expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(bytes.toString()).toContain('kept')
    expect(bytes.toString()).not.toContain('polluted')
  })

  const halves: [what: string, text: string][] = [
    ['NUL', 'a\\u0000b'],
    ['the first half of a pair', 'a\\ud83db'],
    ['the second half of a pair', 'a\\ude00b'],
  ]
  it.each(halves)('with %s in its texts is kept as UTF-8', async (...row) => {
    const [, text] = row
    const { answer, bytes } = await stored(
      `"event":"${text}","anonymousId":"${text}","properties":{"${text}":"${text}"}`,
    )
    expect(answer).toMatchObject({ accepted: 1 })
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    expect(decoded).toContain('a\uFFFDb')
    expect(decoded).not.toMatch(/\\u0000|\\ud83d|\\ude00/i)
  })

  it('keeps whole pairs, escaped or not', async () => {
    const { bytes } = await stored('"event":"\\ud83d\\ude00","properties":{"a":"😀"}')
    expect(bytes.toString().match(/😀/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('of bytes that are no UTF-8 does not spoil what is stored', async () => {
    const { url } = await runCollector({ keys: [ACME] })
    const event = { type: 'track', messageId: nextId(), userId: 'u1', event: 'a?b' }
    const whole = { ...event, timestamp: '2026-11-22T03:00:00.000Z' }
    const text = JSON.stringify({ writeKey: ACME.key, batch: [whole] })
    const body = Buffer.from(text)
    body[body.indexOf('a?b') + 1] = 0xff
    const headers = { 'content-type': 'text/plain' }
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
    expect(await answer.json()).toMatchObject({ accepted: 1 })
  })
})
