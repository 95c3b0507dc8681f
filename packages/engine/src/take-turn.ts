import type { Report } from '@firstwin/schema'
import { act } from './act.ts'
import { byId } from './by-id.ts'
import { choose } from './choose.ts'
import { toMs } from './duration.ts'
import { activeGuide, advanceByRoute, advanceWhen, noteGuide } from './guide-moves.ts'
import type { EventMemory } from './memory.ts'
import { own } from './own.ts'
import { followPath, pathProgress } from './path-progress.ts'
import type { Action } from './shown.ts'
import { takeDown } from './stage.ts'
import { startById } from './start.ts'
import { newTurn, remember, wake, type Effect, type State, type Turn, type World } from './turn.ts'
import { toView, type EngineView } from './view.ts'
import { reachWins } from './wins.ts'

/** Anything the engine hears. */
export type Signal =
  /** Something may have changed: the route, a trait, the clock, a target, what the user is busy with. */
  | { type: 'check' }
  /** The host tracked an event. */
  | { type: 'event'; name: string }
  | { type: 'act'; action: Action }
  | { type: 'start'; id: string; step?: string }
  /** The user did to the target what the step waits for. */
  | { type: 'advance' }
  /** The target of the step under way has not been found for `waitedMs`. */
  | { type: 'missing'; reason: string; waitedMs: number }
  /** The host took the values of a setup (`true`), or its `apply` failed. */
  | { type: 'applied'; setup: string; values: Values; ok: boolean }

export type Values = Readonly<Record<string, string | number>>

/** What a turn led to. */
export interface Outcome {
  state: State
  view: EngineView
  reports: readonly Report[]
  effects: readonly Effect[]
  /** When to look again though nothing happens; `Infinity` for never. */
  wakeAt: number
}

/**
 * The whole of the rules: what a signal leads to, given what is remembered and what is the case.
 * Pure: the same journey, state, signal and facts give the same outcome.
 */
export function takeTurn(state: State, signal: Signal, world: World): Outcome {
  const turn = newTurn(state, world, isAsked(signal))
  hear(turn, signal)
  settle(turn)
  const { memory, session, reports, effects, wakeAt } = turn
  return { state: { memory, session }, view: toView(turn), reports, effects, wakeAt }
}

/** A toast that went by itself asks for nothing: what comes after it leaves the focus alone. */
function isAsked(signal: Signal): boolean {
  return signal.type === 'act' ? signal.action.do !== 'seen' : signal.type === 'start'
}

function hear(turn: Turn, signal: Signal): void {
  switch (signal.type) {
    case 'event':
      hearEvent(turn, signal.name)
      return
    case 'act':
      act(turn, signal.action)
      return
    case 'start':
      startById(turn, signal.id, signal.step)
      return
    case 'advance':
      advanceWhen(turn, (advance) => typeof advance === 'object' && 'on' in advance)
      return
    case 'missing':
      hearMissing(turn, signal)
      return
    case 'applied':
      hearApplied(turn, signal)
      return
    case 'check':
  }
}

function settle(turn: Turn): void {
  start(turn)
  advanceByRoute(turn)
  followPath(turn, reachWins(turn))
  choose(turn)
  noticeStuck(turn)
}

/** A journey starts for a user when its path is theirs; without any path, at the first visit. */
function start(turn: Turn): void {
  if (turn.memory.started) return
  const progress = pathProgress(turn)
  if (!progress && turn.journey.paths.length > 0) return
  remember(turn, { started: true })
  turn.reports.push({ name: 'journey_started', properties: { path: progress?.path.id } })
}

function hearEvent(turn: Turn, name: string): void {
  const { journey, memory, facts } = turn
  const before: EventMemory = own(memory.events, name) ?? { count: 0, times: [] }
  const kept = journey.windowed.get(name)
  const times = kept ? [...before.times, facts.now].slice(-kept) : []
  remember(turn, { events: { ...memory.events, [name]: { count: before.count + 1, times } } })
  advanceWhen(
    turn,
    (advance) => typeof advance === 'object' && 'event' in advance && advance.event === name,
  )
}

function hearMissing(turn: Turn, { reason, waitedMs }: Extract<Signal, { type: 'missing' }>): void {
  const active = activeGuide(turn)
  if (!active || active.memory.missing) return
  noteGuide(turn, active, { missing: true })
  const properties = { guide: active.guide.id, step: active.step.id, reason, waitedMs }
  turn.reports.push({ name: 'target_missing', properties })
}

function hearApplied(turn: Turn, { setup: id, values, ok }: Extract<Signal, { type: 'applied' }>) {
  const { current } = turn.session
  const setup = byId(turn.journey.setups, id)
  const isShown = current?.shown.kind === 'setup' && current.shown.setup === id
  if (!ok && isShown) turn.session = { ...turn.session, current: { ...current, failed: true } }
  if (!ok || !setup) return

  turn.reports.push({ name: 'setup_applied', properties: { setup: id, values } })
  if (isShown) takeDown(turn)
  hearEvent(turn, setup.apply.event)
}

/** Offers the step's help once it has stood there for longer than its author allows. */
function noticeStuck(turn: Turn): void {
  const active = activeGuide(turn)
  const { current } = turn.session
  if (current?.shown.kind !== 'step' || !active?.step.stuck || active.memory.stuck) return
  const at = current.since + toMs(active.step.stuck.after)
  wake(turn, at)
  if (turn.facts.now < at) return

  noteGuide(turn, active, { stuck: true })
  const properties = { guide: active.guide.id, step: active.step.id, reason: 'slow' } as const
  turn.reports.push({ name: 'stuck_detected', properties })
}
