import type { Message, Next } from '@firstwin/schema'
import { nextQuestion } from './choose.ts'
import { advanceWhen, dismissGuide, goBack, startGuide } from './guide-moves.ts'
import { pathProgress } from './path-progress.ts'
import type { Action } from './shown.ts'
import { endSeen, present, seenKey, takeDown } from './stage.ts'
import { remember, type Turn } from './turn.ts'

/** Does what the user did to the thing that is shown. What makes no sense now changes nothing. */
export function act(turn: Turn, action: Action): void {
  const shown = turn.session.current?.shown
  switch (action.do) {
    case 'open':
      if (shown?.kind === 'step') takeDown(turn)
      remember(turn, { checklist: 'open' })
      return
    case 'close':
      closeChecklist(turn)
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
        turn.effects.push({ do: 'apply', setup: shown.setup, values: action.values })
      }
  }
}

/**
 * Shows what the host or the user asks for by id: a guide, a setup, a survey or a message. No
 * pressure rule applies to what was asked for.
 */
export function startById(turn: Turn, id: string, step?: string): void {
  const { journey } = turn
  const has = (part: { id: string }): boolean => part.id === id
  const guide = journey.guides.find(has)
  const survey = journey.surveys.find(has)
  const question = survey && (nextQuestion(turn, survey) ?? survey.questions[0]?.id)
  if (turn.session.current) takeDown(turn)
  if (turn.memory.checklist === 'open') remember(turn, { checklist: 'away' })

  if (guide) {
    startGuide(turn, guide, step)
    turn.session = { ...turn.session, asked: id }
  }
  if (journey.setups.some(has)) present(turn, { kind: 'setup', setup: id }, true)
  else if (survey && question) present(turn, { kind: 'survey', survey: id, question }, true)
  else if (journey.messages.some(has)) present(turn, { kind: 'message', message: id }, true)
}

function closeChecklist(turn: Turn): void {
  const progress = pathProgress(turn)
  remember(turn, { checklist: 'closed' })
  if (progress && progress.done === progress.of) {
    remember(turn, { goodbyes: [...new Set([...turn.memory.goodbyes, progress.path.id])] })
  }
}

function beginTask(turn: Turn, taskId: string): void {
  const found = pathProgress(turn)?.tasks.find(({ task }) => task.id === taskId)
  if (found?.status !== 'next') return
  const { guide, setup, route } = found.task
  remember(turn, { checklist: 'away' })
  if (route) turn.effects.push({ do: 'navigate', to: route })
  const id = guide ?? setup
  if (id) startById(turn, id)
}

function dismiss(turn: Turn, reason: 'closed' | 'later' | 'escape'): void {
  const shown = turn.session.current?.shown
  if (!shown) {
    closeChecklist(turn)
    return
  }
  const end = reason === 'later' ? 'later' : 'closed'
  if (shown.kind === 'step') dismissGuide(turn, reason)
  if (shown.kind === 'message') {
    endMessage(turn, shown.message, end)
    return
  }
  if (shown.kind === 'survey') endSeen(turn, seenKey('survey', shown.survey), end)
  if (shown.kind === 'setup' && turn.memory.checklist === 'away') {
    remember(turn, { checklist: 'closed' })
  }
  takeDown(turn)
}

function endMessage(
  turn: Turn,
  id: string,
  end: 'closed' | 'later' | 'followed' | 'declined',
): void {
  const message = turn.journey.messages.find((one) => one.id === id)
  endSeen(turn, seenKey('message', id), end)
  takeDown(turn)
  if (!message) return
  const { kind } = message
  turn.reports.push({ name: 'message_answered', properties: { message: id, kind, answer: end } })
}

/** The letter leads to the checklist, a celebration to the next thing; links open by themselves. */
function follow(turn: Turn): void {
  const shown = turn.session.current?.shown
  if (shown?.kind === 'message') {
    const message = turn.journey.messages.find(({ id }) => id === shown.message)
    endMessage(turn, shown.message, 'followed')
    if (message && isLetter(message)) remember(turn, { checklist: 'open' })
    return
  }
  if (shown?.kind !== 'celebration') return

  const win = turn.journey.wins.find(({ id }) => id === shown.win)
  takeDown(turn)
  if (typeof win?.celebrate === 'object' && win.celebrate.next) followNext(turn, win.celebrate.next)
}

function isLetter({ kind }: Message): boolean {
  return kind === 'confirmation'
}

function followNext(turn: Turn, next: Next): void {
  if ('route' in next) turn.effects.push({ do: 'navigate', to: next.route })
  else startById(turn, Object.values({ ...next, label: undefined }).find(Boolean) ?? '')
}

interface ShownSurvey {
  survey: string
  question: string
}

function answer(turn: Turn, { survey: id, question }: ShownSurvey, value: string | number): void {
  const answered = turn.memory.answered[id] ?? []
  remember(turn, { answered: { ...turn.memory.answered, [id]: [...answered, question] } })
  turn.reports.push({
    name: 'survey_answered',
    properties: { survey: id, question, answer: value },
  })

  const survey = turn.journey.surveys.find((one) => one.id === id)
  const next = survey && nextQuestion(turn, survey)
  if (next) {
    const { current } = turn.session
    if (!current) return
    const shown = { kind: 'survey', survey: id, question: next } as const
    turn.session = { ...turn.session, current: { ...current, shown } }
    return
  }
  endSeen(turn, seenKey('survey', id), 'answered')
  takeDown(turn)
}
