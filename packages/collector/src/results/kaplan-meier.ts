/** How long somebody took (`reached`), or has waited until now without reaching it. */
export interface Observation {
  readonly ms: number
  readonly reached: boolean
}

/** From `ms` on, until the next point. Shares are 0 to 1. */
export interface CurvePoint {
  readonly ms: number
  /** The share that has reached it. */
  readonly share: number
  /** The 95 % band of `share`. */
  readonly low: number
  readonly high: number
  /** How many had neither reached it nor stopped being watched just before `ms`. */
  readonly atRisk: number
}

/** A median with its 95 % range; `highMs` is unknown while the band does not get past a half. */
export interface MedianEstimate {
  readonly ms: number
  readonly lowMs: number
  readonly highMs: number | undefined
}

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.959964
/** Products of fractions miss a half by a rounding error. */
const HALF = 0.5 - 1e-9

/**
 * The share of people that has reached something, over time: one minus the estimate of Kaplan and
 * Meier. Somebody who is still open counts as watched up to now, and neither as a success nor as a
 * failure after that, so the figure does not flatter a young product. At the same time, those who
 * reached it go before those who are open.
 *
 * The band is Greenwood's on the log-minus-log scale: it stays within 0 to 1 and holds for few
 * people. Where all have reached it the formula has no value; there the bound of the point before
 * stands. Starts at 0 with the share 0, then has a point for each time at which somebody arrived.
 *
 * @see https://doi.org/10.1080/01621459.1958.10501452
 */
export function kaplanMeier(observations: readonly Observation[]): CurvePoint[] {
  return curveOf(departures(observations), observations.length)
}

/** How many reached it at a time, and how many stopped being watched then for either reason. */
export type Departure = readonly [ms: number, counts: { reached: number; gone: number }]

/** The curve of `kaplanMeier`, of so many people. Earliest departure first. */
export function curveOf(all: Iterable<Departure>, people: number): CurvePoint[] {
  const points: CurvePoint[] = [{ ms: 0, share: 0, low: 0, high: 0, atRisk: people }]
  let atRisk = people
  let open = 1
  let variance = 0
  let low = 0
  for (const [ms, { reached, gone }] of all) {
    if (reached > 0) {
      open *= 1 - reached / atRisk
      variance += reached / (atRisk * (atRisk - reached))
      const band = bandOf(open, variance)
      low = band?.low ?? low
      points.push({ ms, share: 1 - open, low, high: band?.high ?? 1, atRisk })
    }
    atRisk -= gone
  }
  return points
}

/** Time by time. */
function departures(observations: readonly Observation[]): Departure[] {
  const byTime = new Map<number, { reached: number; gone: number }>()
  for (const { ms, reached } of observations) {
    const earlier = byTime.get(ms) ?? { reached: 0, gone: 0 }
    byTime.set(ms, { reached: earlier.reached + Number(reached), gone: earlier.gone + 1 })
  }
  return [...byTime].toSorted(([one], [other]) => one - other)
}

/** The band of the share that has arrived, if `open` is the share that has not. */
function bandOf(open: number, variance: number): { low: number; high: number } | undefined {
  if (open <= 0) return undefined
  const spread = (Z * Math.sqrt(variance)) / Math.abs(Math.log(open))
  return { low: 1 - open ** Math.exp(-spread), high: 1 - open ** Math.exp(spread) }
}

/**
 * When half of the people have reached it: the first time at which the curve is at or above a
 * half. `undefined` while it is not. Its range is that of Brookmeyer and Crowley: the times at
 * which the band holds a half.
 *
 * @see https://doi.org/10.2307/2530286
 */
export function medianOf(curve: readonly CurvePoint[]): MedianEstimate | undefined {
  const median = curve.find(({ share }) => share >= HALF)
  const low = curve.find(({ high }) => high >= HALF)
  const high = curve.find((point) => point.low >= HALF)
  return median && low ? { ms: median.ms, lowMs: low.ms, highMs: high?.ms } : undefined
}

/** Twice as many as a wide screen has points. */
const MOST_POINTS = 2_000

/** So many points of a curve, evenly chosen, with its first and its last one. */
export function thinned(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= MOST_POINTS) return curve
  const step = (curve.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_, index) => curve[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  )
}
