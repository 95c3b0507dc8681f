import type { Next } from '@firstwin/schema'
import { byId } from './by-id.ts'
import { nextQuestion } from './eligible.ts'
import { goBack } from './go-back.ts'
import { advanceWhen, dismissGuide } from './guide-moves.ts'
import type { Seen } from './memory.ts'
import { own } from './own.ts'
import { pathProgress } from './path-progress.ts'
import type { Action, Shown } from './shown.ts'
import { endSeen, present, shownOf, takeDown } from './stage.ts'
import { seenKey } from './seen-key.ts'
import { start } from './start.ts'
import { remember, type Turn } from './turn.ts'

/** Does what the user did to the thing that is shown. What makes no sense now changes nothing. */
export function act(turn: Turn, action: Action): void {
  const shown = turn.session.current?.shown
  switch (action.do) {
    case 'open':
      unfold(turn)
      return
    case 'close':
      fold(turn)
      return
    case 'begin':
      beginTask(turn, action.task)
      return
    case 'next':
      if (shown?.kind === 'step') advanceWhen(turn, (advance) => advance === 'next')
      return
    case 'back':
      if (shown?.kind === 'step') goBack(turn)
      return
    case 'dismiss':
      dismiss(turn, action.reason)
      return
    case 'seen':
      if (shown?.kind === 'celebration') takeDown(turn)
      return
    case 'follow':
      follow(turn)
      return
    case 'decline':
      if (shown?.kind === 'message') endMessage(turn, shown.message, 'declined')
      return
    case 'answer':
      if (shown?.kind === 'survey') answer(turn, shown, action.answer)
      return
    case 'apply':
      if (shown?.kind === 'setup') {
        present(turn, shown, true)
        turn.effects.push({ do: 'apply', setup: shown.setup, values: action.values })
      }
  }
}

function unfold(turn: Turn): void {
  if (!pathProgress(turn)) return
  if (turn.session.current?.shown.kind === 'step') takeDown(turn)
  remember(turn, { checklist: 'open' })
}

/** The list of a finished path says goodbye: once that was read, the launcher goes too. */
function fold(turn: Turn): void {
  const progress = pathProgress(turn)
  if (shownOf(turn)?.kind === 'checklist') {
    takeDown(turn)
    if (progress && progress.done === progress.of) {
      remember(turn, { goodbyes: [...new Set([...turn.memory.goodbyes, progress.path.id])] })
    }
  }
  remember(turn, { checklist: 'closed' })
}

function beginTask(turn: Turn, taskId: string): void {
  const found = pathProgress(turn)?.tasks.find(({ task }) => task.id === taskId)
  if (found?.status !== 'next') return
  const { guide, setup, route } = found.task
  if (shownOf(turn)?.kind === 'checklist') takeDown(turn)
  remember(turn, { checklist: 'away' })
  if (route) turn.effects.push({ do: 'navigate', to: route })
  if (guide) start(turn, { kind: 'guide', id: guide })
  else if (setup) start(turn, { kind: 'setup', id: setup })
}

function dismiss(turn: Turn, reason: 'closed' | 'later' | 'escape'): void {
  const shown = shownOf(turn)
  const end = reason === 'later' ? 'later' : 'closed'
  switch (shown?.kind) {
    case undefined:
      return
    case 'checklist':
      fold(turn)
      return
    case 'message':
      endMessage(turn, shown.message, end)
      return
    case 'survey':
      endSeen(turn, seenKey('survey', shown.survey), end)
      break
    case 'step':
      dismissGuide(turn, reason)
      leaveTask(turn)
      break
    case 'setup':
      leaveTask(turn)
      break
    case 'celebration':
  }
  takeDown(turn)
}

/** Who leaves the way of a task is not shown the list as if they had come to its end. */
function leaveTask(turn: Turn): void {
  if (turn.memory.checklist === 'away') remember(turn, { checklist: 'closed' })
}

function endMessage(turn: Turn, id: string, end: NonNullable<Seen['end']>): void {
  endSeen(turn, seenKey('message', id), end)
  takeDown(turn)
  const message = byId(turn.journey.messages, id)
  if (!message) return
  const { kind } = message
  turn.reports.push({ name: 'message_answered', properties: { message: id, kind, answer: end } })
}

/** The letter leads to the checklist, a celebration to the next thing; links open by themselves. */
function follow(turn: Turn): void {
  const shown = turn.session.current?.shown
  if (shown?.kind === 'message') {
    endMessage(turn, shown.message, 'followed')
    if (byId(turn.journey.messages, shown.message)?.kind === 'confirmation') unfold(turn)
    return
  }
  if (shown?.kind !== 'celebration') return

  takeDown(turn)
  const win = byId(turn.journey.wins, shown.win)
  if (typeof win?.celebrate === 'object' && win.celebrate.next) followNext(turn, win.celebrate.next)
}

function followNext(turn: Turn, next: Next): void {
  if ('route' in next) turn.effects.push({ do: 'navigate', to: next.route })
  else if ('guide' in next) start(turn, { kind: 'guide', id: next.guide })
  else if ('setup' in next) start(turn, { kind: 'setup', id: next.setup })
  else if ('survey' in next) start(turn, { kind: 'survey', id: next.survey })
  else start(turn, { kind: 'message', id: next.message })
}

function answer(
  turn: Turn,
  { survey: id, question }: Extract<Shown, { kind: 'survey' }>,
  value: string | number,
): void {
  const answered = new Set([...(own(turn.memory.answered, id) ?? []), question])
  remember(turn, { answered: { ...turn.memory.answered, [id]: [...answered] } })
  const properties = { survey: id, question, answer: value }
  turn.reports.push({ name: 'survey_answered', properties })

  const survey = byId(turn.journey.surveys, id)
  const next = survey && nextQuestion(turn, survey)
  const { current } = turn.session
  if (next && current) {
    const shown = { kind: 'survey', survey: id, question: next } as const
    turn.session = { ...turn.session, current: { ...current, shown } }
    return
  }
  endSeen(turn, seenKey('survey', id), 'answered')
  takeDown(turn)
}
