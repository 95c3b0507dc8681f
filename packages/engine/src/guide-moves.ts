import type { Advance, DismissReason, Guide, Step } from '@firstwin/schema'
import { matchesRoute } from './matches-route.ts'
import type { GuideMemory } from './memory.ts'
import { remember, type Turn } from './turn.ts'

/** The guide under way, and where. At most one is. */
export interface ActiveGuide {
  guide: Guide
  step: Step
  index: number
  memory: Extract<GuideMemory, { status: 'active' }>
}

/** The guide that was begun and not ended. A step that an edit removed counts as the first one. */
export function activeGuide({ journey, memory }: Turn): ActiveGuide | undefined {
  for (const guide of journey.guides) {
    const found = memory.guides[guide.id]
    if (found?.status === 'active') {
      const index = Math.max(
        0,
        guide.steps.findIndex(({ id }) => id === found.step),
      )
      const step = guide.steps[index]
      if (step) return { guide, step, index, memory: found }
    }
  }
  return undefined
}

/** Begins a guide, or goes on with it; another one that was under way ends. */
export function startGuide(turn: Turn, guide: Guide, stepId?: string): void {
  const active = activeGuide(turn)
  if (active?.guide === guide && stepId === undefined) return
  if (active && active.guide !== guide) dismissGuide(turn, 'replaced')
  if (active?.guide !== guide) {
    turn.reports.push({ name: 'guide_started', properties: { guide: guide.id } })
  }
  enterStep(
    turn,
    guide,
    Math.max(
      0,
      guide.steps.findIndex(({ id }) => id === stepId),
    ),
  )
}

export function dismissGuide(turn: Turn, reason: DismissReason): void {
  const active = activeGuide(turn)
  if (!active) return
  const { guide, step } = active
  setGuide(turn, guide, { status: 'dismissed', step: step.id, reason, session: turn.session.id })
  const properties = { guide: guide.id, step: step.id, reason }
  turn.reports.push({ name: 'guide_dismissed', properties })
  if (turn.memory.checklist === 'away') remember(turn, { checklist: 'closed' })
}

/** Leads to the next step, or ends the guide after its last. */
export function advanceGuide(turn: Turn): void {
  const active = activeGuide(turn)
  if (!active) return
  turn.reports.push({ name: 'step_completed', properties: place(active) })
  enterStep(turn, active.guide, active.index + 1)
}

/** The step before; on the first one nothing happens. */
export function goBack(turn: Turn): void {
  const active = activeGuide(turn)
  if (active && active.index > 0) enterStep(turn, active.guide, active.index - 1)
}

/** Leads on when the step waits for just this. */
export function advanceWhen(turn: Turn, isAwaited: (advance: Advance) => boolean): void {
  const active = activeGuide(turn)
  if (active && isAwaited(active.step.advance ?? 'next')) advanceGuide(turn)
}

export function advanceByRoute(turn: Turn): void {
  advanceWhen(
    turn,
    (advance) =>
      typeof advance === 'object' &&
      'route' in advance &&
      matchesRoute(advance.route, turn.facts.route),
  )
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

function enterStep(turn: Turn, guide: Guide, index: number): void {
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
