import { describe, expect, it } from 'vitest'
import { formatDuration, formatDurationRange } from './duration.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('formatDuration', () => {
  const rows: [ms: number, en: string, ja: string][] = [
    [0, '0 sec', '0 秒'],
    [41_300, '41 sec', '41 秒'],
    [59_900, '1 min', '1 分'],
    [372_000, '6.2 min', '6.2 分'],
    [6 * MINUTE, '6 min', '6 分'],
    [12.4 * MINUTE, '12 min', '12 分'],
    [59.9 * MINUTE, '1 hr', '1 時間'],
    [90 * MINUTE, '1.5 hr', '1.5 時間'],
    [23 * HOUR, '23 hr', '23 時間'],
    [DAY, '1 day', '1 日'],
    [3.5 * DAY, '3.5 days', '3.5 日'],
    [29 * DAY, '29 days', '29 日'],
    [120 * DAY, '3.9 months', '3.9 か月'],
  ]
  it.each(rows)('writes %d ms as %s and %s', (ms, en, ja) => {
    expect([formatDuration(ms, 'en'), formatDuration(ms, 'ja')]).toEqual([en, ja])
  })
})

describe('formatDurationRange', () => {
  it('names the unit once', () => {
    expect(formatDurationRange(4 * MINUTE, 9 * MINUTE, 'en')).toBe('4–9 min')
    expect(formatDurationRange(4 * MINUTE, 9 * MINUTE, 'ja')).toBe('4～9 分')
  })

  it('names both units where they differ', () => {
    expect(formatDurationRange(4 * MINUTE, 11 * HOUR, 'en')).toBe('4 min – 11 hr')
    expect(formatDurationRange(4 * MINUTE, 11 * HOUR, 'ja')).toBe('4 分～11 時間')
  })

  it('does not name one length twice', () => {
    expect(formatDurationRange(4 * MINUTE, 4 * MINUTE + 10, 'en')).toBe('4 min')
  })
})
