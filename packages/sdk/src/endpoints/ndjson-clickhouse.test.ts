import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChdb } from '../../../collector/test/clickhouse/chdb.ts'
import { anyEvents } from './any-event.fixture.ts'
import { codeWith } from './documentation.fixture.ts'
import { awkward, context, events, user, win } from './events.fixture.ts'
import { ndjson } from './ndjson.ts'

/** Installed by `npm run test:clickhouse`: half a gigabyte, which `npm test` does without. */
const INSTALLED = fileURLToPath(new URL('../../../../bench/clickhouse', import.meta.url))
const folder = process.env['FIRSTWIN_CHDB'] ?? INSTALLED
const isInstalled = existsSync(join(folder, 'node_modules/chdb'))

/** A current engine of ClickHouse, in a process of its own, with the table of the document. */
describe.skipIf(!isInstalled)('ndjson, to a ClickHouse (of npm run test:clickhouse)', () => {
  let clickHouse: Awaited<ReturnType<typeof startChdb>>

  async function post(query: string, body = ''): Promise<string> {
    const url = `http://${clickHouse.host}/?${new URLSearchParams({ query }).toString()}`
    const answer = await fetch(url, { method: 'POST', body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text
  }

  const send = (sent: typeof events) =>
    post('INSERT INTO firstwin_events FORMAT JSONEachRow', ndjson.encode(sent, context).body)

  async function select(columns: string, where = '1'): Promise<unknown[]> {
    const text = await post(`SELECT ${columns} FROM firstwin_events FINAL WHERE ${where}`)
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown)
  }

  beforeAll(async () => {
    clickHouse = await startChdb()
    await post(codeWith('CREATE TABLE firstwin_events'))
    await send(events)
    // A retry, in another batch.
    await send([awkward, win, user])
  }, 60_000)
  afterAll(() => clickHouse.stop())

  it('is stored, each event once, also when it was sent again', async () => {
    const rows = await select('message_id, type, event')
    expect(rows).toHaveLength(events.length)
    for (const { messageId, type, event = '' } of events) {
      expect(rows).toContainEqual({ message_id: messageId, type, event })
    }
  })

  it('is read as what it says', async () => {
    const columns =
      'user_id, group_id, journey, win, tier, ttv_ms, sequence, toUnixTimestamp64Milli(occurred_at) AS at'
    const [row] = await select(columns, `message_id = '${win.messageId}'`)
    expect(row).toEqual({
      user_id: 'u_42',
      group_id: 'acme',
      journey: 'mail-tool',
      win: 'first-mail-sent',
      tier: 'first-strike',
      ttv_ms: 372_000,
      sequence: 17,
      at: Date.parse(win.timestamp),
    })
  })

  it('keeps every property, whatever it is', async () => {
    const [row] = await select('properties, context, ttv_ms', `message_id = '${awkward.messageId}'`)
    const { properties, context: about, ttv_ms: ttv } = row as Record<string, string | null>
    expect(JSON.parse(properties ?? '')).toEqual(awkward.properties)
    expect(JSON.parse(about ?? '')).toEqual(awkward.context)
    expect(ttv).toBeNull()
  })

  it('can be asked for properties without a column', async () => {
    const plan = `JSONExtractString(traits, 'plan') AS plan`
    expect(await select(plan, `message_id = '${user.messageId}'`)).toEqual([{ plan: 'team' }])
  })

  it('takes whatever an event says', async () => {
    await send([...anyEvents])
    const [count] = await select('toUInt32(count()) AS rows')
    expect(count).toEqual({ rows: events.length + anyEvents.length })
  })
})
