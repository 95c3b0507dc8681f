import type { Journey } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aha, at, iso, resultsOf } from '../../test/results-of.ts'
import { runCollector } from '../../test/running-collector.ts'
import { batch, identify, MINUTE, started, task, track, win } from '../../test/wire.ts'
import type { Results } from './results.ts'

describe('people', () => {
  it('are counted once on two devices', async () => {
    const events = [started({ user: 'u1', device: 'a' }), started({ user: 'u1', device: 'b' })]
    expect((await aha(events)).started).toBe(1)
  })

  it('are merged with what they did before signing in', async () => {
    const { started: count, people } = await aha([
      started({ device: 'a', at: at(0) }),
      identify({ name: 'Mei' }, { user: 'u1', device: 'a', at: at(5) }),
      win('w', 'aha', { user: 'u1', device: 'a', at: at(7) }),
    ])
    expect(count).toBe(1)
    expect(people[0]).toMatchObject({ id: 'u1', known: true, name: 'Mei', ms: 7 * MINUTE })
  })

  it('are merged whichever event arrives first', async () => {
    const { people } = await aha([
      win('w', 'aha', { user: 'u1', device: 'a', at: at(7) }),
      identify({}, { user: 'u1', device: 'a', at: at(5) }),
      started({ device: 'a', at: at(0) }),
    ])
    expect(people).toMatchObject([{ id: 'u1', ms: 7 * MINUTE }])
  })

  it('who share a device stay apart, and its first user did what was anonymous', async () => {
    const { people } = await aha([
      started({ device: 'a', at: at(0) }),
      started({ user: 'u1', device: 'a', at: at(1) }),
      started({ user: 'u2', device: 'a', at: at(2) }),
      win('w', 'aha', { user: 'u1', device: 'a', at: at(3) }),
      win('w', 'aha', { user: 'u2', device: 'a', at: at(4) }),
    ])
    expect(people.map(({ id, ms }) => [id, ms / MINUTE])).toEqual([
      ['u2', 2],
      ['u1', 3],
    ])
  })

  it('who never signed in count by device', async () => {
    const { people } = await aha([started({ device: 'a' }), started({ device: 'b' })])
    expect(people.map(({ id, known }) => [id, known])).toEqual([
      ['a', false],
      ['b', false],
    ])
  })

  it('whose start was lost have started', async () => {
    const result = await aha([win('w', 'aha', { user: 'u1' })])
    expect(result).toMatchObject({ started: 1, reached: 1, open: 0 })
  })
})

describe('a tier', () => {
  it('has a median that counts those who are open', async () => {
    const users = ['u1', 'u2', 'u3', 'u4']
    const result = await aha([
      ...users.map((user) => started({ user })),
      win('w', 'aha', { user: 'u1', at: at(4) }),
      win('w', 'aha', { user: 'u2', at: at(6) }),
    ])
    expect(result).toMatchObject({ started: 4, reached: 2, open: 2 })
    expect(result.median?.ms).toBe(6 * MINUTE)
  })

  it('has none while fewer than half got there', async () => {
    const users = ['u1', 'u2', 'u3']
    const result = await aha([
      ...users.map((user) => started({ user })),
      win('w', 'aha', { user: 'u1', at: at(4) }),
    ])
    expect(result.median).toBeUndefined()
  })

  it('is there before anybody has started', async () => {
    const { tiers, paths } = await resultsOf([])
    expect(tiers.map(({ tier, started: count }) => [tier, count])).toEqual([
      ['aha', 0],
      ['first-strike', 0],
      ['long-term', 0],
    ])
    expect(paths).toEqual([])
  })
})

describe('a path', () => {
  const walk = (user: string, minutes: readonly number[]): unknown[] => [
    started({ user, at: at(0) }),
    ...minutes.slice(0, 2).map((minute, index) => task(`t${index + 1}`, { user, at: at(minute) })),
    ...minutes
      .slice(2)
      .map((minute) => track('path_completed', { path: 'first-mail' }, { user, at: at(minute) })),
  ]

  it('has its stops in order, with people and the median time between', async () => {
    const events = [
      ...walk('u1', [1, 4, 5]),
      ...walk('u2', [2, 9]),
      ...walk('u3', [3]),
      ...walk('u4', []),
    ]
    const { paths } = await resultsOf(events)
    expect(paths).toEqual([
      {
        path: 'first-mail',
        stops: [
          { kind: 'start', task: '', people: 4 },
          { kind: 'task', task: 't1', people: 3, fromPreviousMs: 2 * MINUTE },
          { kind: 'task', task: 't2', people: 2, fromPreviousMs: 3 * MINUTE },
          { kind: 'end', task: '', people: 1, fromPreviousMs: 1 * MINUTE },
        ],
      },
    ])
  })

  it('orders tasks that equally many did by when they did them', async () => {
    const events = [
      started({ user: 'u1' }),
      task('b', { user: 'u1', at: at(1) }),
      task('a', { user: 'u1', at: at(2) }),
    ]
    const { paths } = await resultsOf(events)
    expect(paths[0]?.stops.map((stop) => stop.task)).toEqual(['', 'b', 'a', ''])
  })
})

describe('with the journey', () => {
  const journey: Journey = {
    format: 1,
    id: 'mail-tool',
    locale: 'en',
    wins: [{ id: 'w', title: { en: '**Sent**', ja: '送信済み' }, when: { event: 'sent' } }],
    paths: [
      {
        id: 'first-mail',
        title: 'First mail',
        tasks: [
          { id: 'pick', title: 'Pick one', win: 'w' },
          { id: 'send', title: 'Send it', win: 'w' },
        ],
      },
    ],
  }

  it('knows its clock before anybody has won', async () => {
    const clock = { start: { trait: 'contractedAt' } }
    const { read, send } = await runCollector({ journeys: [{ ...journey, clock }] })
    const events = [identify({ contractedAt: iso(-30) }, { user: 'u1' }), started({ user: 'u1' })]
    await send(batch(events))
    const { tiers }: Results = await read('/v1/results?journey=mail-tool')
    expect(tiers[0]?.people[0]).toMatchObject({ reached: false, ms: 30 * MINUTE })
  })

  it('gives titles as plain text, and stops that nobody has reached', async () => {
    const { read, send } = await runCollector({ journeys: [journey] })
    await send(batch([started({ user: 'u1' })]))
    const { titles, paths }: Results = await read('/v1/results?journey=mail-tool')
    expect(titles.wins).toEqual({ w: { en: 'Sent', ja: '送信済み' } })
    expect(titles.tasks).toEqual({ pick: { en: 'Pick one' }, send: { en: 'Send it' } })
    expect(paths[0]?.stops.map((stop) => [stop.task, stop.people])).toEqual([
      ['', 1],
      ['pick', 0],
      ['send', 0],
      ['', 0],
    ])
  })
})
