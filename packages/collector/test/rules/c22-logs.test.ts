import { describe, expect, it } from 'vitest'
import { createQuietLog, toJsonLine, toTextLine, type LogEntry } from '../../src/operate/log.ts'
import { brokenStore } from '../broken-store.ts'
import { runCollector } from '../running-collector.ts'
import { batch, identify, START } from '../wire.ts'

const KEY = 'pk_live_canary_of_a_key'

describe('C22 the log', () => {
  it('has nothing of bodies, addresses and headers, and six characters of keys', async () => {
    const lines: string[] = []
    const { send, url } = await runCollector({
      keys: [{ key: KEY, origins: '*' }],
      store: brokenStore('disk full'),
      log: (entry) => lines.push(toJsonLine(entry, START), toTextLine(entry, START)),
    })
    const headers = {
      'user-agent': 'canary',
      'x-forwarded-for': '203.0.113.7',
      cookie: 'canary=1',
      origin: 'https://canary.example',
    }
    const event = identify({ mail: 'canary@example.com' }, { user: 'canary' })
    const body = batch([event]).replace('pk_test', KEY)
    await send(body, headers)
    await send(`${body}canary`, headers)
    await send(body.replace(KEY, 'pk_canary'), headers)
    await fetch(`${url}/v1/results?journey=canary&key=${KEY}`)
    await fetch(`${url}/v1/users/canary/export`)
    expect(lines).not.toEqual([])
    for (const line of lines) {
      expect(line).not.toMatch(/canary|example|127\.0\.0\.1|203\.0\.113/)
    }
    expect(lines.join()).toContain('"key":"pk_liv"')
  })

  it('is one JSON object a line, with time, level and a name that stays', () => {
    const fields = { key: 'pk_liv', events: 2 }
    const entry: LogEntry = { level: 'error', event: 'store-failed', message: 'a\nb', fields }
    expect(JSON.parse(toJsonLine(entry, START))).toEqual({
      time: '2026-11-22T03:00:00.000Z',
      level: 'error',
      event: 'store-failed',
      message: 'a\nb',
      ...fields,
    })
    expect(toTextLine(entry, START)).toBe('2026-11-22T03:00:00.000Z ERROR a b key=pk_liv events=2')
  })

  it('says the same thing at most once in ten seconds, and how often it was', () => {
    const lines: LogEntry[] = []
    const clock = { now: 0 }
    const say = createQuietLog(
      (entry) => lines.push(entry),
      () => clock.now,
    )
    const entry: LogEntry = { level: 'error', event: 'store-failed', message: 'disk full' }
    for (let i = 0; i < 5; i += 1) say('store', entry)
    say('other', entry)
    clock.now = 10_000
    say('store', entry)
    expect(lines).toEqual([entry, entry, { ...entry, fields: { alsoUnsaid: 4 } }])
  })
})
