import { describe, expect, it } from 'vitest'
import { timeScale } from './time-scale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('timeScale', () => {
  it('has round times at both ends', () => {
    const { ticks, x } = timeScale([3 * MINUTE, 3 * DAY], 600)
    expect([ticks[0], ticks.at(-1)]).toEqual([2 * MINUTE, 4 * DAY])
    expect([x(2 * MINUTE), x(4 * DAY)]).toEqual([0, 600])
  })

  it('names a minute, an hour and a day before others', () => {
    const { ticks } = timeScale([2_500, 20 * DAY], 500)
    expect(ticks).toEqual([2_000, MINUTE, 10 * MINUTE, 2 * HOUR, DAY, 30 * DAY])
  })

  it.each([280, 600, 900])('leaves room between ticks on %d pixels', (width) => {
    const { ticks, x } = timeScale([900, 400 * DAY], width)
    const places = ticks.map(x)
    const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(64)
  })

  it('holds one value, and none', () => {
    expect(timeScale([6 * MINUTE], 500).ticks.length).toBeGreaterThanOrEqual(2)
    expect(Number.isFinite(timeScale([], 500).x(MINUTE))).toBe(true)
  })

  it('ends at ten years, whatever a wrong clock says', () => {
    const { ticks, x } = timeScale([MINUTE, 1e308], 600)
    expect(ticks.at(-1)).toBe(3650 * DAY)
    expect(x(1e308)).toBe(600)
  })

  it.each([[[1e308]], [[-5]], [[-5, 1e308]]])('has finite places for %j', (values) => {
    const { ticks, x } = timeScale(values, 600)
    expect(ticks.map(x)).toEqual(ticks.map(x).toSorted((one, other) => one - other))
    expect([x(ticks[0] ?? Number.NaN), x(ticks.at(-1) ?? Number.NaN)]).toEqual([0, 600])
  })

  it('puts what came at once at its start', () => {
    expect(timeScale([0, MINUTE], 500).x(0)).toBe(0)
  })
})
