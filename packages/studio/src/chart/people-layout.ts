import type { PersonResult } from '@firstwin/collector'
import { lanes } from './lanes.ts'

/** So few can each have a row and a name. */
const MAX_NAMED = 8
const ROW_PX = 22
const DOT_GAP_PX = 10
const MAX_LANES = 9
const PADDING_PX = 16

/** Dots in the order of `people`, in px from the left and the top of their strip. */
export interface PeopleLayout {
  readonly height: number
  readonly named: boolean
  readonly dots: readonly {
    readonly person: PersonResult
    readonly x: number
    readonly y: number
  }[]
}

/** Where the dot of each customer stands: in a row of their own if they are few, else packed. */
export function peopleLayout(
  people: readonly PersonResult[],
  x: (ms: number) => number,
): PeopleLayout {
  const placed = people
    .map((person) => ({ person, x: x(person.ms) }))
    .toSorted((one, other) => one.x - other.x)
  const named = placed.length <= MAX_NAMED
  const rows = named
    ? placed.map((_, index) => index)
    : lanes(
        placed.map((dot) => dot.x),
        DOT_GAP_PX,
        MAX_LANES,
      )
  const step = named ? ROW_PX : DOT_GAP_PX
  const dots = placed.map(({ person, x: left }, index) => ({
    person,
    x: left,
    y: PADDING_PX + (rows[index] ?? 0) * step,
  }))
  return { named, dots, height: 2 * PADDING_PX + Math.max(0, ...rows) * step }
}
