import { describe, expect, it } from 'vitest'
import { correctTime } from '../../src/receive/correct-time.ts'
import { runCollector } from '../running-collector.ts'
import { batch, MINUTE, START, started, win } from '../wire.ts'

describe('C10 an event', () => {
  it('that comes ten times counts once', async () => {
    const { clock, send, read } = await runCollector()
    clock.now = START + 60 * MINUTE
    const events = [started({ user: 'u1' }), win('w', 'aha', { user: 'u1', at: START + MINUTE })]
    const replays = await Promise.all(
      Array.from({ length: 10 }, () => send(batch(events, clock.now))),
    )
    const answers = await Promise.all(replays.map((answer) => answer.json()))
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2)
    expect(answers.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(18)
    const { tiers } = await read('/v1/results?journey=mail-tool')
    expect(tiers[0]).toMatchObject({ started: 1, reached: 1 })
  })
})

const DAY = 24 * 60 * MINUTE
const rows: [what: string, timestamp: number, sentAt: number, expected: number][] = [
  ['a right clock', START - MINUTE, START, START - MINUTE],
  ['a clock a year slow', START - 365 * DAY - MINUTE, START - 365 * DAY, START - MINUTE],
  ['a clock a year fast', START + 365 * DAY - MINUTE, START + 365 * DAY, START - MINUTE],
  ['a time later than its sending', START + MINUTE, START, START],
  ['a time longer ago than anybody keeps events', START - 31 * DAY, START, START - 30 * DAY],
]
it.each(rows)('C10 the time of an event is corrected: %s', (...row) => {
  const [, timestamp, sentAt, expected] = row
  expect(correctTime({ timestamp, sentAt, receivedAt: START })).toBe(expected)
})
