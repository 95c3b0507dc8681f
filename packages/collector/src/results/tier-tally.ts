import { curveOf, medianOf, thinned, type Departure } from './kaplan-meier.ts'
import type { Person } from './person.ts'
import {
  personResult,
  type PersonResult,
  type TierQuestion,
  type TierResult,
} from './tier-result.ts'

export interface TierTally {
  readonly add: (person: Person) => void
  readonly finish: () => TierResult
}

/** Of more people a table is of no use; they count in all figures. */
const MOST_PEOPLE = 50_000

/** Counts person by person what is told of a tier: 8 bytes for each stay, and the first people by name. */
export function createTierTally(question: TierQuestion): TierTally {
  const reached: number[] = []
  const open: number[] = []
  let people: PersonResult[] = []

  return {
    add(person) {
      const found = personResult(person, question)
      const times = found.reached ? reached : open
      times.push(found.ms)
      people.push(found)
      if (people.length >= 2 * MOST_PEOPLE) people = first(people)
    },
    finish() {
      const started = reached.length + open.length
      const curve = curveOf(departures(reached, open), started)
      return {
        tier: question.tier,
        started,
        reached: reached.length,
        open: open.length,
        median: medianOf(curve),
        curve: thinned(curve),
        people: first(people),
      }
    },
  }
}

function first(people: readonly PersonResult[]): PersonResult[] {
  return people.toSorted(byTime).slice(0, MOST_PEOPLE)
}

/** Shortest time first, those who are still open last; of the same time, by who they are. */
function byTime(one: PersonResult, other: PersonResult): number {
  const order = Number(other.reached) - Number(one.reached) || one.ms - other.ms
  if (order !== 0) return order
  if (one.id !== other.id) return one.id < other.id ? -1 : 1
  return Number(other.known) - Number(one.known)
}

function sorted(times: readonly number[]): Float64Array {
  return Float64Array.from(times).toSorted()
}

/**
 * From the times of those who reached it and of those who have not.
 *
 * @yields One for each time, the earliest first.
 */
function* departures(reached: readonly number[], open: readonly number[]): Generator<Departure> {
  const [there, waiting] = [sorted(reached), sorted(open)]
  let [i, j] = [0, 0]
  while (i < there.length || j < waiting.length) {
    const ms = Math.min(there[i] ?? Infinity, waiting[j] ?? Infinity)
    const [from, others] = [i, j]
    while (there[i] === ms) i += 1
    while (waiting[j] === ms) j += 1
    yield [ms, { reached: i - from, gone: i - from + j - others }]
  }
}
