import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aJourney, aTurn, NOW } from '../test/a-world.ts'
import { clockStart, isAnniversary, nextMidnight, toTime } from './clock.ts'

const home = process.env['TZ']

/** Runs the tests of a block in a time zone. */
function inZone(zone: string): void {
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    process.env['TZ'] = home
    if (home === undefined) delete process.env['TZ']
  })
}

describe('a date in a trait', () => {
  it.each([
    ['2026-11-22T01:00:00Z', Date.UTC(2026, 10, 22, 1)],
    ['2026-11-22T10:00:00+09:00', Date.UTC(2026, 10, 22, 1)],
    [1_795_309_200, 1_795_309_200_000],
    [1_795_309_200_000, 1_795_309_200_000],
    [new Date(5), 5],
    ['soon', undefined],
    ['', undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [new Date('soon'), undefined],
    [true, undefined],
    [null, undefined],
    [{}, undefined],
  ])('%j is read as %s', (value, expected) => {
    expect(toTime(value)).toBe(expected)
  })

  describe('in Tokyo', () => {
    inZone('Asia/Tokyo')
    it('begins at midnight there when it is bare', () => {
      expect(toTime('2026-11-22')).toBe(Date.UTC(2026, 10, 21, 15))
    })
  })
})

describe('the start of the clock', () => {
  const fromTrait = { start: { trait: 'contractedAt' } }
  const traits = { contractedAt: new Date(NOW - 1000).toISOString() }

  it('is the first visit where the journey names none', () => {
    expect(clockStart(aTurn())).toEqual({ name: 'first-seen', at: NOW })
  })

  it('is the date in the trait', () => {
    const turn = aTurn(aJourney({ clock: fromTrait }), { traits })
    expect(clockStart(turn)).toEqual({ name: 'trait:contractedAt', at: NOW - 1000 })
  })

  it('falls back to the first visit where that is allowed', () => {
    const turn = aTurn(aJourney({ clock: { ...fromTrait, fallback: 'first-seen' } }))
    expect(clockStart(turn)).toEqual({ name: 'first-seen', at: NOW })
  })

  it('is unknown where the trait is, and there is nothing to fall back to', () => {
    const turn = aTurn(aJourney({ clock: fromTrait }))
    expect(clockStart(turn)).toEqual({ name: 'trait:contractedAt', at: undefined })
  })
})

describe.each(['America/Los_Angeles', 'UTC', 'Asia/Tokyo', 'Pacific/Kiritimati'])(
  'in %s',
  (zone) => {
    inZone(zone)

    it.each([
      ['year', ['2024-11-22', '2026-11-22T00:00'], true],
      ['year', ['2024-11-22', '2026-11-22T23:59:59'], true],
      ['year', ['2024-11-22', '2026-11-21T23:59:59'], false],
      ['year', ['2024-11-22', '2026-11-23T00:00'], false],
      ['year', ['2024-11-22', '2026-12-22T12:00'], false],
      ['year', ['2026-11-22', '2026-11-22T12:00'], false],
      ['year', ['2027-11-22', '2026-11-22T12:00'], false],
      ['year', ['2024-02-29', '2025-02-28T12:00'], true],
      ['year', ['2024-02-29', '2025-03-01T12:00'], false],
      ['year', ['2024-02-29', '2028-02-28T12:00'], false],
      ['year', ['2024-02-29', '2028-02-29T12:00'], true],
      ['month', ['2026-01-31', '2026-02-28T12:00'], true],
      ['month', ['2026-01-31', '2026-03-28T12:00'], false],
      ['month', ['2026-01-31', '2026-03-31T12:00'], true],
      ['month', ['2026-01-31', '2026-04-30T12:00'], true],
      ['month', ['2026-11-22', '2026-11-22T12:00'], false],
      ['month', ['2025-12-22', '2026-01-22T12:00'], true],
      ['year', ['soon', '2026-11-22T12:00'], false],
    ] as const)(
      'by %s, the first of %j comes round on the second: %s',
      (every, [value, now], expected) => {
        expect(isAnniversary(every, value, new Date(now).getTime())).toBe(expected)
      },
    )
  },
)

describe('where a day has 25 hours', () => {
  inZone('America/Los_Angeles')

  it('does not call the evening of the first day an anniversary', () => {
    const evening = new Date('2026-11-01T23:30').getTime()
    expect(isAnniversary('month', '2026-11-01', evening)).toBe(false)
  })

  it('finds the midnight after', () => {
    const morning = new Date('2026-11-01T00:30').getTime()
    expect(nextMidnight(morning)).toBe(new Date('2026-11-02T00:00').getTime())
  })
})
