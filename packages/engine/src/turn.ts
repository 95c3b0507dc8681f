import type { Report } from '@firstwin/schema'
import type { Facts } from './facts.ts'
import type { Loaded } from './load-journey.ts'
import type { Memory } from './memory.ts'
import type { Session } from './session.ts'

/** Everything that is remembered of a user: in the long run, and in this tab. */
export interface State {
  memory: Memory
  session: Session
}

/** What a turn is judged by. */
export interface World {
  journey: Loaded
  facts: Facts
}

/** Something the world is asked to do. */
export type Effect =
  | { do: 'navigate'; to: string }
  | { do: 'apply'; setup: string; values: Readonly<Record<string, string | number>> }
  /** Nothing that could be started has this id. */
  | { do: 'refuse'; id: string }

/**
 * One turn of the engine while it is thought through. Its two halves of state are replaced, never
 * changed in place, so the state that the turn began with stays as it was.
 */
export interface Turn extends State, Readonly<World> {
  /** The user, or the host, asks for something in this turn: what appears may take the focus. */
  readonly isAsked: boolean
  readonly reports: Report[]
  readonly effects: Effect[]
  /** The next moment at which time alone may change an answer. */
  wakeAt: number
}

export function newTurn(state: State, world: World, isAsked: boolean): Turn {
  const wakeAt = Number.POSITIVE_INFINITY
  return { ...state, ...world, isAsked, reports: [], effects: [], wakeAt }
}

export function remember(turn: Turn, change: Partial<Memory>): void {
  turn.memory = { ...turn.memory, ...change }
}

/** Notes that a condition turns at `at`, so that the engine looks again then. */
export function wake(turn: Turn, at: number): void {
  if (at > turn.facts.now && at < turn.wakeAt) turn.wakeAt = at
}
