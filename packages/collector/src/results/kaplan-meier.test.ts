import { describe, expect, it } from 'vitest'
import { kaplanMeier, medianOf, type Observation } from './kaplan-meier.ts'

/** Reached at `6`, still open at `6+`: the notation of the textbooks. */
function observe(text: string): Observation[] {
  return text.split(' ').map((one) => ({ ms: Number.parseFloat(one), reached: !one.endsWith('+') }))
}

/** The 6-MP arm of Freireich et al. (1963), in every textbook on survival. */
const FREIREICH = observe('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')

describe('kaplanMeier', () => {
  it('gives the published estimate for the 6-MP data', () => {
    const open = kaplanMeier(FREIREICH).map(({ ms, share }) => [ms, Number((1 - share).toFixed(4))])
    expect(open).toEqual([
      [0, 1],
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ])
  })

  it('gives the log-minus-log band of Greenwood, by hand at the first step', () => {
    // S = 18/21, variance of log S = 3 / (21 * 18), so log(-log S) varies by its root / |log S|.
    const s = 18 / 21
    const spread = (1.959964 * Math.sqrt(3 / (21 * 18))) / Math.abs(Math.log(s))
    const point = kaplanMeier(FREIREICH)[1]
    expect(point?.low).toBeCloseTo(1 - s ** Math.exp(-spread), 9)
    expect(point?.high).toBeCloseTo(1 - s ** Math.exp(spread), 9)
    // As printed by R: survfit(Surv(time, status) ~ 1, conf.type = "log-log").
    expect([1 - (point?.high ?? 0), 1 - (point?.low ?? 0)].map((x) => x.toFixed(3))).toEqual([
      '0.620',
      '0.952',
    ])
  })

  it('counts those who are open at the moment of an arrival as still at risk', () => {
    expect(kaplanMeier(observe('5 5+')).map(({ share }) => share)).toEqual([0, 0.5])
  })

  it('keeps the last lower bound where all have arrived', () => {
    const curve = kaplanMeier(observe('1 2'))
    expect(curve[2]?.share).toBe(1)
    expect(curve[2]?.low).toBe(curve[1]?.low)
    expect(curve[2]?.high).toBe(1)
  })

  it('never falls, and stays within 0 to 1', () => {
    const curve = kaplanMeier(observe('3 1 4+ 1 5 9+ 2 6 5 3+ 5'))
    const shares = curve.map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(curve.every(({ low, share, high }) => low >= 0 && low <= share && share <= high)).toBe(
      true,
    )
  })

  it('is flat at 0 while nobody has arrived', () => {
    expect(kaplanMeier(observe('4+ 9+'))).toEqual([{ ms: 0, share: 0, low: 0, high: 0, atRisk: 2 }])
  })
})

describe('medianOf', () => {
  it('gives the published median of the 6-MP data, with an open upper end', () => {
    expect(medianOf(kaplanMeier(FREIREICH))).toEqual({ ms: 23, lowMs: 13, highMs: undefined })
  })

  const cases: [observed: string, median: number | undefined][] = [
    ['1 2 3 4', 2],
    ['1 2 3', 2],
    ['7', 7],
    ['1 9+ 9+', undefined],
    ['1 2 9+ 9+', 2],
    // The open one leaves before the second arrival: 1/2 of the three that are left is 2 of 3.
    ['1 2+ 3 4', 3],
    ['9+', undefined],
  ]
  it.each(cases)('of %s is %s', (observed, median) => {
    expect(medianOf(kaplanMeier(observe(observed)))?.ms).toBe(median)
  })

  it('has both ends when there are many', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ ms: i + 1, reached: true }))
    const median = medianOf(kaplanMeier(many))
    expect(median?.ms).toBe(50)
    expect(median?.lowMs).toBeGreaterThan(38)
    expect(median?.highMs).toBeLessThan(62)
  })
})
