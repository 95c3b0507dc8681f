import type { Report } from '@firstwin/schema'
import { countEvent } from './count-event.ts'
import { mightShow } from './might-show.ts'
import { followPath, pathProgress, type PathProgress } from './path-progress.ts'
import type { Signal } from './signal.ts'
import { newTurn, remember, type Effect, type State, type Turn, type World } from './turn.ts'
import type { EngineView } from './view.ts'
import { reachWins } from './wins.ts'

/**
 * The half of the rules that is needed only where something is shown. It is apart so that a page
 * where nothing is to be shown need not load it.
 */
export interface Stage {
  /** Whether the signal is for the acts: what users do, what came of it, what is asked for but guides. */
  isAct: (turn: Turn, signal: Signal) => boolean
  /** Whether what appears because of the signal was asked for, and may take the focus. */
  isAsked: (signal: Signal) => boolean
  /** Hears what it alone understands: what a step waits for, what became of a setup. */
  hear: (turn: Turn, signal: Signal) => void
  /** Decides what stands on the one place there is. */
  settle: (turn: Turn, newWins: readonly string[]) => void
  view: (turn: Turn) => EngineView
}

/** The rules of what the user does and what comes of it, apart because something is shown before. */
export type Acts = (turn: Turn, signal: Signal) => void

/** What a turn led to. */
export interface Outcome {
  state: State
  path: PathProgress | undefined
  /** What is to be drawn; `undefined` without a stage. */
  view: EngineView | undefined
  reports: readonly Report[]
  effects: readonly Effect[]
  /** When to look again though nothing happens; `Infinity` for never. */
  wakeAt: number
  /**
   * What is missing: the stage, because there is something to show or near it; or the rules of acts.
   * The signal was not wholly heard without them, and is to be given again: an event, which was
   * counted, as a check.
   */
  wants: 'stage' | 'acts' | undefined
}

/**
 * The rules: what a signal leads to, given what is remembered and what is the case. Pure: the same
 * journey, state, signal and facts give the same outcome. Without a stage it notices wins and the
 * progress of the path, and what else is wanted.
 */
export function hearSignal(
  state: State,
  signal: Signal,
  { stage, acts, ...world }: World & { stage?: Stage | undefined; acts?: Acts | undefined },
): Outcome {
  let isBlind = false
  const look = (): boolean => {
    isBlind = true
    return false
  }
  const facts = stage ? world.facts : { ...world.facts, isVisible: look }
  const turn = newTurn(state, { ...world, facts }, stage?.isAsked(signal) ?? false)
  if (signal.type === 'event') countEvent(turn, signal.name)
  const { memory } = turn

  const isPlain = signal.type === 'check' || signal.type === 'event'
  // Not half: what the stage shows by itself meanwhile would be what the user's act is done to.
  if (!isPlain && !stage) return outcomeOf(turn, stage, 'stage')
  const isAct = stage?.isAct(turn, signal)
  if (isAct && !acts) return outcomeOf(turn, stage, 'acts')

  start(turn)
  if (isAct) acts?.(turn, signal)
  stage?.hear(turn, signal)
  const newWins = reachWins(turn)
  // A win may be what puts the user on a path.
  start(turn)
  followPath(turn, newWins)
  stage?.settle(turn, newWins)
  if (stage) return outcomeOf(turn, stage, undefined)

  // Whether a target is there is not known without the stage: what hangs on that is not decided.
  if (isBlind) {
    turn.memory = memory
    turn.reports.splice(0)
  }
  // A guide's target is looked for in here.
  const isWanted = mightShow(turn)
  return outcomeOf(turn, stage, isWanted || isBlind ? 'stage' : undefined)
}

function outcomeOf(turn: Turn, stage: Stage | undefined, wants: Outcome['wants']): Outcome {
  const { memory, session, reports, effects, wakeAt } = turn
  const [path, view] = [pathProgress(turn), stage?.view(turn)]
  return { state: { memory, session }, path, view, reports, effects, wakeAt, wants }
}

/** A journey starts for a user when its path is theirs; without any path, at the first visit. */
function start(turn: Turn): void {
  if (turn.memory.started) return
  const progress = pathProgress(turn)
  if (!progress && turn.journey.paths.length > 0) return
  remember(turn, { started: true })
  turn.reports.push({ name: 'journey_started', properties: { path: progress?.path.id } })
}
