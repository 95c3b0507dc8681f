import { describe, expect, it } from 'vitest'
import { awkward, context, events, visitor, win } from './events.fixture.ts'
import { ndjson } from './ndjson.ts'

/** What a ClickHouse makes of it is tested in ndjson-clickhouse.test.ts. */
const rows = (sent = events): Record<string, unknown>[] =>
  ndjson
    .encode(sent, context)
    .body.split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('ndjson', () => {
  it('is one line of JSON an event, each ended', () => {
    expect(rows().map((row) => row['message_id'])).toEqual(events.map(({ messageId }) => messageId))
    expect(ndjson.encode(events, context).body).toMatch(/\}\n$/)
  })

  it('is flat', () => {
    const nested = rows().flatMap((row) => Object.values(row).filter((one) => Object(one) === one))
    expect(nested).toEqual([])
  })

  it('has the columns of a win', () => {
    expect(rows([win])[0]).toEqual({
      message_id: win.messageId,
      type: 'track',
      event: 'win_reached',
      anonymous_id: win.anonymousId,
      user_id: 'u_42',
      group_id: 'acme',
      occurred_at: '2026-11-22 03:14:15.926',
      sent_at: '2026-11-22 03:14:16.000',
      journey: 'mail-tool',
      session: win.properties['session'],
      sequence: 17,
      win: 'first-mail-sent',
      tier: 'first-strike',
      ttv_ms: 372_000,
      clock: 'trait:contractedAt',
      path: '/campaigns/:id',
      properties: JSON.stringify(win.properties),
      context: JSON.stringify(win.context),
    })
    expect(rows([visitor])[0]).not.toHaveProperty('user_id')
  })

  it('puts into a column of a type nothing of another', () => {
    const [row] = rows([awkward])
    expect([row?.['win'], row?.['tier'], row?.['ttv_ms']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(row?.['occurred_at']).toBe(row?.['sent_at'])
    const late = { ...win, timestamp: '+012026-01-01T00:00:00.000Z' }
    expect(rows([late])[0]?.['occurred_at']).toBe(row?.['sent_at'])
  })

  it('keeps what a table that is not there did not take', () => {
    const answer = { headers: { get: () => null }, text: '', redirected: false }
    expect(ndjson.readAnswer?.({ ...answer, status: 404 })).toEqual({ is: 'denied' })
    expect(ndjson.readAnswer?.({ ...answer, status: 503 })).toBeUndefined()
  })
})
