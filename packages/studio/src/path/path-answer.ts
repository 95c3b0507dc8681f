import type { PathFunnel, Stop } from '@firstwin/collector'

/** The largest loss of a path: the stop that the most people did not get to, and how many. */
export interface Loss {
  readonly before: Stop
  readonly people: number
  /** Whether another stop has as large a loss. */
  readonly equalled: boolean
}

/** `undefined` if everybody arrived. The earlier one of two that are equal. */
export function largestLoss({ stops }: PathFunnel): Loss | undefined {
  const losses = stops.slice(1).map((before, index) => ({
    before,
    people: Math.max(0, (stops[index]?.people ?? 0) - before.people),
  }))
  const [largest, second] = losses.toSorted((one, other) => other.people - one.people)
  if (!largest || largest.people === 0) return undefined
  return { ...largest, equalled: second?.people === largest.people }
}
