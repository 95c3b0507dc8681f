import type { Advance, DismissReason, Guide, Step } from '@firstwin/schema'
import { matchesRoute } from './matches-route.ts'
import type { GuideMemory } from './memory.ts'
import { own } from './own.ts'
import { entryIndex, indexOf } from './entry-index.ts'
import { pathProgress } from './path-progress.ts'
import { remember, type Turn } from './turn.ts'

/** The guide under way, and where. At most one is. */
export interface ActiveGuide {
  guide: Guide
  step: Step
  index: number
  memory: Extract<GuideMemory, { status: 'active' }>
}

/**
 * The guide that was begun and not ended; the first in the journey, where a visitor and the user
 * they turned out to be had one each. A step that an edit removed counts as the first one.
 */
export function activeGuide({ journey, memory }: Turn): ActiveGuide | undefined {
  for (const guide of journey.guides) {
    const found = own(memory.guides, guide.id)
    if (found?.status === 'active') {
      const index = indexOf(guide, found.step)
      const step = guide.steps[index]
      if (step) return { guide, step, index, memory: found }
    }
  }
  return undefined
}

/** Begins a guide, or goes on with it; another one that was under way ends. */
export function startGuide(turn: Turn, guide: Guide, stepId?: string): void {
  const active = activeGuide(turn)
  const isUnderWay = active?.guide === guide
  if (isUnderWay && stepId === undefined) return
  const index = stepId === undefined ? entryIndex(turn, guide) : indexOf(guide, stepId)
  if (!isUnderWay) {
    dismissGuide(turn, 'replaced')
    turn.reports.push({ name: 'guide_started', properties: { guide: guide.id } })
  }
  enterStep(turn, guide, index)
}

export function dismissGuide(turn: Turn, reason: DismissReason): void {
  const active = activeGuide(turn)
  if (!active) return
  const { guide, step } = active
  setGuide(turn, guide, { status: 'dismissed', step: step.id, reason, session: turn.session.id })
  const properties = { guide: guide.id, step: step.id, reason }
  turn.reports.push({ name: 'guide_dismissed', properties })
}

/** Leads to the next step, or ends the guide after its last. */
export function advanceGuide(turn: Turn): void {
  const active = activeGuide(turn)
  if (!active) return
  turn.reports.push({ name: 'step_completed', properties: place(active) })
  enterStep(turn, active.guide, active.index + 1)
}

/** Leads on when the step waits for just this. */
export function advanceWhen(turn: Turn, isAwaited: (advance: Advance) => boolean): void {
  const active = activeGuide(turn)
  if (active && isAwaited(active.step.advance ?? 'next')) advanceGuide(turn)
}

/** Passes every step that waits for the present page. */
export function advanceByRoute(turn: Turn): void {
  const active = activeGuide(turn)
  if (!active || !isPassed(turn, active.step, active.memory.viewedAt)) return
  advanceGuide(turn)
  advanceByRoute(turn)
}

/**
 * Ends the guide of a task whose win was just reached: the user did it, perhaps in a way of their
 * own. It goes on only where the win itself led to one more step of it.
 */
export function endDoneGuide(turn: Turn, newWins: readonly string[]): void {
  const active = activeGuide(turn)
  const isDone = pathProgress(turn)?.path.tasks.some(
    ({ guide, win }) => guide === active?.guide.id && newWins.includes(win),
  )
  if (!active || !isDone) return
  const hasMoved = turn.reports.some(
    ({ name, properties }) => name === 'step_completed' && properties.guide === active.guide.id,
  )
  if (hasMoved) return
  if (active.index === active.guide.steps.length - 1) advanceGuide(turn)
  else dismissGuide(turn, 'ended')
}

/** Changes what is remembered of the guide under way. */
export function noteGuide(
  turn: Turn,
  { guide, memory }: ActiveGuide,
  change: Partial<ActiveGuide['memory']>,
): void {
  setGuide(turn, guide, { ...memory, ...change })
}

/** What reports say of a step. */
export function place({ guide, step, index }: ActiveGuide) {
  return { guide: guide.id, step: step.id, index, of: guide.steps.length }
}

/** A step that leads to a page of its own is passed only after it was there. */
export function isPassed({ facts }: Turn, { advance, route }: Step, viewedAt?: number): boolean {
  if (typeof advance !== 'object' || !('route' in advance)) return false
  if (route !== undefined && viewedAt === undefined) return false
  return matchesRoute(advance.route, facts.route)
}

export function enterStep(turn: Turn, guide: Guide, index: number): void {
  const step = guide.steps[index]
  if (!step) {
    setGuide(turn, guide, { status: 'completed' })
    turn.reports.push({ name: 'guide_completed', properties: { guide: guide.id } })
    return
  }
  setGuide(turn, guide, { status: 'active', step: step.id })
  if (step.route && !matchesRoute(step.route, turn.facts.route)) {
    turn.effects.push({ do: 'navigate', to: step.route })
  }
}

function setGuide(turn: Turn, { id }: Guide, progress: GuideMemory): void {
  remember(turn, { guides: { ...turn.memory.guides, [id]: progress } })
}
