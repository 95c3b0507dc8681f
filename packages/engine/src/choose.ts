import type { Message, Win } from '@firstwin/schema'
import { byId } from './by-id.ts'
import { passes } from './checks.ts'
import { GUIDE, isInSight, MESSAGE, nextQuestion, PRAISE, SURVEY } from './eligible.ts'
import { activeGuide, startGuide, type ActiveGuide } from './guide-moves.ts'
import { own } from './own.ts'
import { isUnfolded } from './is-unfolded.ts'
import { pathProgress } from './path-progress.ts'
import { isWaiting, keepGap, PRESSURE } from './pressure.ts'
import type { Current } from './session.ts'
import { present, shownOf, takeDown } from './stage.ts'
import { remember, type Turn } from './turn.ts'
import { celebrationSize } from './wins.ts'

/**
 * Decides what stands on the one place there is, and leaves alone what may stay. The order is:
 * praise, the guide that is under way, the checklist that returns, and then, when nothing speaks
 * against an interruption, the letter, a guide that starts by itself, other messages, surveys, each
 * in the order of the journey.
 */
export function choose(turn: Turn): void {
  keepGap(turn)
  const { current: before } = turn.session
  if (before && !mayStay(turn, before.shown)) takeDown(turn)
  const { current } = turn.session
  // Praise that stands in the open list is no obstacle to what comes after it.
  const isInList = shownOf(turn)?.kind === 'checklist'
  if (current && current.shown.kind !== 'step' && !isInList) return

  const win = nextCelebration(turn)
  if (win) {
    present(turn, { kind: 'celebration', win: win.id }, false)
    return
  }
  if (current || isUnfolded(turn) || resumeGuide(turn) || isWaiting(turn)) return

  if (turn.memory.checklist === 'returning' && pathProgress(turn)) {
    remember(turn, { checklist: 'open' })
  } else if (passes(PRESSURE, turn, undefined)) interrupt(turn)
}

/**
 * A step whose target is gone waits out of sight; one without a target stays, also when a dialog opens
 * over it. What the journey no longer has goes.
 */
function mayStay(turn: Turn, shown: Current['shown']): boolean {
  const { journey } = turn
  switch (shown.kind) {
    case 'step': {
      const active = activeGuide(turn)
      if (shown.guide !== active?.guide.id || shown.step !== active.step.id) return false
      const { target } = active.step
      return !target || turn.facts.isVisible(target)
    }
    case 'message':
      return byId(journey.messages, shown.message) !== undefined
    case 'survey':
      return (
        byId(byId(journey.surveys, shown.survey)?.questions ?? [], shown.question) !== undefined
      )
    case 'setup':
      return byId(journey.setups, shown.setup) !== undefined
    case 'celebration': {
      const win = byId(journey.wins, shown.win)
      return win !== undefined && celebrationSize(win) !== undefined
    }
  }
}

/** The win that is to be celebrated next, oldest first. */
function nextCelebration(turn: Turn): Win | undefined {
  const reachedAt = ({ id }: Win): number => own(turn.memory.wins, id) ?? 0
  return turn.journey.wins
    .filter((win) => passes(PRAISE, turn, win))
    .toSorted((a, b) => reachedAt(a) - reachedAt(b))[0]
}

function resumeGuide(turn: Turn): boolean {
  const active = activeGuide(turn)
  if (!active || !isInSight(turn, active.guide, active.index)) return false
  presentStep(turn, active, turn.isAsked || turn.session.asked === active.guide.id)
  return true
}

function presentStep(turn: Turn, { guide, step }: ActiveGuide, requested: boolean): void {
  present(turn, { kind: 'step', guide: guide.id, step: step.id }, requested)
  turn.session = { ...turn.session, asked: undefined }
}

/** Shows the first thing whose time has come, and counts it. */
function interrupt(turn: Turn): void {
  const isShown =
    showMessage(turn, ({ kind }) => kind === 'confirmation') ||
    showGuide(turn) ||
    showMessage(turn, () => true) ||
    showSurvey(turn)
  if (isShown) turn.session = { ...turn.session, interruptions: turn.session.interruptions + 1 }
}

function showMessage(turn: Turn, fits: (message: Message) => boolean): boolean {
  const due = turn.journey.messages.find((one) => fits(one) && passes(MESSAGE, turn, one))
  if (due) present(turn, { kind: 'message', message: due.id }, false)
  return due !== undefined
}

function showGuide(turn: Turn): boolean {
  const due = turn.journey.guides.find((one) => passes(GUIDE, turn, one))
  if (due) startGuide(turn, due)
  const active = due && activeGuide(turn)
  if (active) presentStep(turn, active, false)
  return active !== undefined
}

function showSurvey(turn: Turn): boolean {
  const due = turn.journey.surveys.find((one) => passes(SURVEY, turn, one))
  const question = due && nextQuestion(turn, due)
  if (question) present(turn, { kind: 'survey', survey: due.id, question }, false)
  return question !== undefined
}
