import type { Milestone } from '../store/event-store.ts'
import type { Person } from './person.ts'

/** One path, stop by stop. */
export interface PathFunnel {
  readonly path: string
  /** The start, each task, and the end, in the order in which people get there. */
  readonly stops: readonly Stop[]
}

export interface Stop {
  readonly kind: 'start' | 'task' | 'end'
  /** The id of the task. Empty for the others. */
  readonly task: string
  /** People who got here. */
  readonly people: number
  /**
   * How long half of them took from the stop before, in ms: the median over the people who reached
   * both. `undefined` at the start and where nobody has yet. Not corrected for those still open,
   * who are the difference between the two numbers of people.
   */
  readonly fromPreviousMs: number | undefined
}

/** A traveller's time of arrival by stop. The start is the empty string, the end a space. */
type Arrivals = ReadonlyMap<string, number>

const START = ''
const END = ' '

/** The ids of the tasks by path, in the order of the journey, as far as that is known here. */
export type TaskOrder = Readonly<Record<string, readonly string[]>>

/**
 * The paths that people were shown, the one with the most people first.
 *
 * Somebody is on a path from their `journey_started {path}` on, or from their first task on it.
 * Tasks stand in the order of the journey. Those that it does not name (any more) follow: the task
 * that more people have done first; of two done by equally many, the one that they did earlier.
 */
export function pathFunnels(people: readonly Person[], order: TaskOrder = {}): PathFunnel[] {
  const paths = new Set(people.flatMap(({ milestones }) => milestones.map(({ path }) => path)))
  paths.delete('')
  return [...paths]
    .map((path) => pathFunnel(people, path, order[path] ?? []))
    .toSorted((one, other) => (other.stops[0]?.people ?? 0) - (one.stops[0]?.people ?? 0))
}

function pathFunnel(people: readonly Person[], path: string, tasks: readonly string[]): PathFunnel {
  const travellers = people.flatMap((person) => arrivalsOn(path, person))
  const others = tasksInOrder(travellers).filter((task) => !tasks.includes(task))
  const order = [START, ...tasks, ...others, END]
  return { path, stops: order.map((stop, index) => toStop(travellers, stop, order[index - 1])) }
}

function arrivalsOn(path: string, person: Person): Arrivals[] {
  const own = person.milestones.filter((milestone) => milestone.path === path)
  if (own.length === 0) return []
  const started = own.find(({ kind }) => kind === 'started')?.at ?? person.startedAt
  const later = own.filter(({ kind }) => kind !== 'started')
  return [new Map([[START, started], ...later.map(({ at, ...one }) => [nameOf(one), at] as const)])]
}

function nameOf({ kind, subject }: Pick<Milestone, 'kind' | 'subject'>): string {
  return kind === 'task' ? subject : END
}

function tasksInOrder(travellers: readonly Arrivals[]): string[] {
  const tasks = new Set(travellers.flatMap((arrivals) => [...arrivals.keys()]))
  tasks.delete(START)
  tasks.delete(END)
  const place = (task: string) => ({
    task,
    people: travellers.filter((arrivals) => arrivals.has(task)).length,
    rank: meanRank(travellers, task),
  })
  return [...tasks]
    .map(place)
    .toSorted((one, other) => other.people - one.people || one.rank - other.rank)
    .map(({ task }) => task)
}

/** As which of their stops people reached it, on average. */
function meanRank(travellers: readonly Arrivals[], task: string): number {
  const ranks = travellers.flatMap((arrivals) => {
    const at = arrivals.get(task)
    return at === undefined ? [] : [[...arrivals.values()].filter((other) => other < at).length]
  })
  return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length
}

function toStop(travellers: readonly Arrivals[], stop: string, previous: string | undefined): Stop {
  const here = travellers.filter((arrivals) => arrivals.has(stop))
  return {
    kind: stop === START ? 'start' : stop === END ? 'end' : 'task',
    task: stop === END ? '' : stop,
    people: here.length,
    fromPreviousMs: previous === undefined ? undefined : medianBetween(here, previous, stop),
  }
}

/** Of an even number of times the lower one of the two in the middle: a time that somebody took. */
function medianBetween(here: readonly Arrivals[], from: string, to: string): number | undefined {
  const times = here
    .flatMap((arrivals) => {
      const start = arrivals.get(from)
      const end = arrivals.get(to)
      return start === undefined || end === undefined ? [] : [Math.max(0, end - start)]
    })
    .toSorted((one, other) => one - other)
  return times[Math.ceil(times.length / 2) - 1]
}
