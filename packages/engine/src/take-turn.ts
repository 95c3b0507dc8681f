import type { Report } from '@firstwin/schema'
import { act, startById } from './act.ts'
import { choose } from './choose.ts'
import { toMs } from './duration.ts'
import type { Facts } from './facts.ts'
import { activeGuide, advanceByRoute, advanceWhen, noteGuide } from './guide-moves.ts'
import type { Loaded } from './load-journey.ts'
import type { EventMemory } from './memory.ts'
import { followPath, pathProgress } from './path-progress.ts'
import type { Action } from './shown.ts'
import { takeDown } from './stage.ts'
import { remember, wake, type Effect, type State, type Turn } from './turn.ts'
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

/** What a turn is judged by. */
export interface World {
  journey: Loaded
  facts: Facts
}

/** What a turn led to. */
export interface Outcome {
  state: State
  view: EngineView
  reports: readonly Report[]
  effects: readonly Effect[]
  /** When to look again though nothing happens; `Infinity` for never. */
  wakeAt: number
}

/** Times kept of one event: more than any condition may ask for in a window. */
const TIMES_KEPT = 100

/**
 * The whole of the rules: what a signal leads to, given what is remembered and what is the case.
 * Pure: the same journey, state, signal and facts give the same outcome.
 */
export function takeTurn(state: State, signal: Signal, { journey, facts }: World): Outcome {
  const isAsked = signal.type === 'act' || signal.type === 'start'
  const turn: Turn = {
    ...state,
    journey,
    facts,
    isAsked,
    reports: [],
    effects: [],
    wakeAt: Number.POSITIVE_INFINITY,
  }
  hear(turn, signal)
  settle(turn)
  const { memory, session, reports, effects, wakeAt } = turn
  return { state: { memory, session }, view: toView(turn), reports, effects, wakeAt }
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
  followPath(turn, reachWins(turn))
  advanceByRoute(turn)
  choose(turn)
  if (!turn.session.current && turn.memory.checklist === 'returning') {
    remember(turn, { checklist: 'open' })
  }
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
  const before: EventMemory = turn.memory.events[name] ?? { count: 0, times: [] }
  const isKept = turn.journey.windowed.has(name)
  const times = isKept ? [...before.times, turn.facts.now].slice(-TIMES_KEPT) : []
  const event = { count: before.count + 1, times }
  remember(turn, { events: { ...turn.memory.events, [name]: event } })
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

function hearApplied(turn: Turn, signal: Extract<Signal, { type: 'applied' }>): void {
  const { setup: id, values, ok } = signal
  const { current } = turn.session
  const isShown = current?.shown.kind === 'setup' && current.shown.setup === id
  if (!ok) {
    if (isShown) turn.session = { ...turn.session, current: { ...current, failed: true } }
    return
  }
  turn.reports.push({ name: 'setup_applied', properties: { setup: id, values } })
  if (isShown) takeDown(turn)
  const setup = turn.journey.setups.find((one) => one.id === id)
  if (setup) hearEvent(turn, setup.apply.event)
}

/** Offers the step's help once it has been open for longer than its author allows. */
function noticeStuck(turn: Turn): void {
  const active = activeGuide(turn)
  if (turn.session.current?.shown.kind !== 'step' || !active?.step.stuck) return
  const { viewedAt = turn.facts.now, stuck } = active.memory
  const at = viewedAt + toMs(active.step.stuck.after)
  wake(turn, at)
  if (stuck || turn.facts.now < at) return

  noteGuide(turn, active, { stuck: true })
  const properties = { guide: active.guide.id, step: active.step.id, reason: 'slow' } as const
  turn.reports.push({ name: 'stuck_detected', properties })
}
