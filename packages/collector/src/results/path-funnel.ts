/**
 * One path, stop by stop.
 *
 * Somebody is on a path from their `journey_started {path}` on, or from their first task on it.
 * Tasks stand in the order of the journey. Those that it does not name (any more) follow: the task
 * that more people have done first; of two done by equally many, the one that they did earlier.
 */
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

/** The ids of the tasks by path, in the order of the journey, as far as that is known here. */
export type TaskOrder = Readonly<Record<string, readonly string[]>>
