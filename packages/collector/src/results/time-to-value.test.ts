import type { JsonObject } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aha, at, iso } from '../../test/results-of.ts'
import { group, identify, MINUTE, started, win } from '../../test/wire.ts'

const CLOCK = { clock: 'trait:contractedAt' }

describe('the time to value', () => {
  const contracted = (value: JsonObject[string]) =>
    identify({ contractedAt: value }, { user: 'u1', at: at(1) })
  const rows: [what: string, events: unknown[], minutes: number, by: string][] = [
    ['starts at the trait of the clock', [contracted(iso(-20))], 30, 'collector'],
    ['reads a trait in milliseconds', [contracted(at(-20))], 30, 'collector'],
    ['reads a trait in seconds', [contracted(at(-20) / 1_000)], 30, 'collector'],
    [
      'starts at the trait of the group',
      [group('acme', { contractedAt: iso(-20) }, { user: 'u1', at: at(1) })],
      30,
      'collector',
    ],
    [
      'takes the latest value of a trait',
      [contracted(iso(-90)), identify({ contractedAt: iso(-20) }, { user: 'u1', at: at(2) })],
      30,
      'collector',
    ],
    ['is the device’s where the trait is unknown', [], 6, 'device'],
    ['is the device’s where the trait is no time', [contracted('soon')], 6, 'device'],
    ['is the device’s where a text only holds a number', [contracted('plan 12')], 6, 'device'],
    ['is the device’s where the trait is a bare date', [contracted('2026-11-21')], 6, 'device'],
    [
      'is the device’s where the trait has no time zone',
      [contracted(iso(-20).slice(0, -1))],
      6,
      'device',
    ],
    [
      'reads a trait with an offset',
      [contracted(new Date(at(-20 + 540)).toISOString().replace('Z', '+09:00'))],
      30,
      'collector',
    ],
    ['is the device’s where the trait lies after the win', [contracted(iso(11))], 6, 'device'],
  ]
  it.each(rows)('%s', async (...row) => {
    const [, events, minutes, measuredBy] = row
    const user = 'u1'
    const { people } = await aha([
      started({ user, at: at(0) }),
      ...events,
      win('w', 'aha', { user, at: at(10), ...CLOCK, ttvMs: 6 * MINUTE }),
    ])
    expect(people[0]).toMatchObject({ ms: minutes * MINUTE, measuredBy, deviceMs: 6 * MINUTE })
  })

  it('starts with the journey for any other clock, and keeps the device’s beside it', async () => {
    const user = 'u1'
    const { people } = await aha([
      started({ user, at: at(0) }),
      win('w', 'aha', { user, at: at(10), ttvMs: 6 * MINUTE }),
    ])
    expect(people[0]).toMatchObject({
      ms: 10 * MINUTE,
      measuredBy: 'collector',
      deviceMs: 6 * MINUTE,
    })
  })

  it('ends with the first win of the tier', async () => {
    const user = 'u1'
    const { people } = await aha([
      started({ user, at: at(0) }),
      win('second', 'aha', { user, at: at(9) }),
      win('first', 'aha', { user, at: at(4) }),
    ])
    expect(people).toMatchObject([{ ms: 4 * MINUTE, win: 'first' }])
  })

  it('of those still open is their wait so far, by the clock that others have', async () => {
    const { open, people } = await aha([
      identify({ contractedAt: iso(-30) }, { user: 'u2' }),
      started({ user: 'u1' }),
      started({ user: 'u2' }),
      win('w', 'aha', { user: 'u1', at: at(1), ...CLOCK }),
    ])
    expect(open).toBe(1)
    expect(people[1]).toMatchObject({ id: 'u2', reached: false, ms: 90 * MINUTE })
  })
})

describe('the wait of somebody who has a bare date', () => {
  it('begins with that day in UTC', async () => {
    const { people } = await aha([
      identify({ contractedAt: '2026-11-21' }, { user: 'u2' }),
      started({ user: 'u2' }),
      win('w', 'aha', { user: 'u1', at: at(1), ...CLOCK }),
    ])
    expect(people[1]).toMatchObject({ id: 'u2', ms: (27 + 1) * 60 * MINUTE })
  })
})
