import type { Condition, Message, Survey } from '@firstwin/schema'
import { DAY_MS, toMs } from './duration.ts'
import { activeGuide, startGuide } from './guide-moves.ts'
import { holds, holdsAudience } from './holds.ts'
import type { Seen } from './memory.ts'
import type { Current } from './session.ts'
import { present, seenKey } from './stage.ts'
import { wake, type Turn } from './turn.ts'
import { nextCelebration } from './wins.ts'

const DEFAULT_PER_SESSION = 3
const DEFAULT_GAP = '30s'
const DEFAULT_RESPECT = ['typing', 'host-dialog'] as const

/**
 * Decides what stands on the one place there is, and leaves alone what may stay. The order is:
 * praise, the guide that is under way, and then, when nothing speaks against an interruption, the
 * letter, a guide that starts by itself, other messages, surveys, each in the order of the journey.
 */
export function choose(turn: Turn): void {
  dropStale(turn)
  const { current } = turn.session
  if (current && current.shown.kind !== 'step') return

  const win = nextCelebration(turn)
  if (win) {
    present(turn, { kind: 'celebration', win: win.id }, false)
    return
  }
  if (current) return

  if (turn.memory.checklist === 'open') return
  if (!resumeGuide(turn) && turn.memory.checklist !== 'returning') interrupt(turn)
}

/** A step whose target is gone waits out of sight; what the journey no longer has goes. */
function dropStale(turn: Turn): void {
  const shown = turn.session.current?.shown
  if (shown && !isCurrent(turn, shown)) turn.session = { ...turn.session, current: undefined }
}

function isCurrent(turn: Turn, shown: Current['shown']): boolean {
  const { journey } = turn
  switch (shown.kind) {
    case 'step': {
      const active = activeGuide(turn)
      return shown.guide === active?.guide.id && shown.step === active.step.id && isInSight(turn)
    }
    case 'message':
      return journey.messages.some(({ id }) => id === shown.message)
    case 'survey':
      return journey.surveys.some(({ id }) => id === shown.survey)
    case 'setup':
      return journey.setups.some(({ id }) => id === shown.setup)
    case 'celebration':
      return journey.wins.some(({ id }) => id === shown.win)
  }
}

/** Whether the step under way can be pointed at, or needs nothing to point at. */
function isInSight(turn: Turn): boolean {
  const target = activeGuide(turn)?.step.target
  return !target || turn.facts.isVisible(target)
}

function resumeGuide(turn: Turn): boolean {
  const active = activeGuide(turn)
  if (!active || !isInSight(turn)) return false
  const { guide, step } = active
  const requested = turn.isAsked || turn.session.asked === guide.id
  present(turn, { kind: 'step', guide: guide.id, step: step.id }, requested)
  turn.session = { ...turn.session, asked: undefined }
  return true
}

/** Shows what may come unasked, if anything may. */
function interrupt(turn: Turn): void {
  if (!mayInterrupt(turn)) return
  const next = candidates(turn).find((candidate) => candidate())
  if (next) {
    turn.session = { ...turn.session, interruptions: turn.session.interruptions + 1 }
  }
}

/** Whether the journey's pressure rules let anything come unasked now. */
export function mayInterrupt(turn: Turn): boolean {
  const { facts, session, journey } = turn
  const { perSession = DEFAULT_PER_SESSION, gap = DEFAULT_GAP } = journey.pressure ?? {}
  const respect: readonly string[] = journey.pressure?.respect ?? DEFAULT_RESPECT
  if (facts.busy.some((busy) => respect.includes(busy))) return false
  if (session.interruptions >= perSession) return false
  if (session.quietSince === 0) return true

  const quietUntil = session.quietSince + toMs(gap)
  wake(turn, quietUntil)
  return facts.now >= quietUntil
}

/** Each shows its thing and says so, or finds that its time has not come. */
function candidates(turn: Turn): (() => boolean)[] {
  const { guides, messages, surveys } = turn.journey
  const isLetter = (message: Message): boolean => message.kind === 'confirmation'
  const show = (message: Message) => () => offerMessage(turn, message)
  return [
    ...messages.filter((message) => isLetter(message)).map(show),
    ...guides.map((guide) => () => {
      const { start = 'on-request', audience } = guide
      if (start === 'on-request' || turn.memory.guides[guide.id]) return false
      if (!isWanted(turn, audience, start)) return false
      startGuide(turn, guide)
      return resumeGuide(turn)
    }),
    ...messages.filter((message) => !isLetter(message)).map(show),
    ...surveys.map((survey) => () => offerSurvey(turn, survey)),
  ]
}

function offerMessage(turn: Turn, message: Message): boolean {
  if (isSpent(turn, message) || !isWanted(turn, message.audience, message.when)) return false
  present(turn, { kind: 'message', message: message.id }, false)
  return true
}

function offerSurvey(turn: Turn, survey: Survey): boolean {
  const question = nextQuestion(turn, survey)
  const seen = turn.memory.seen[seenKey('survey', survey.id)]
  if (!question || isOver(turn, seen) || !isWanted(turn, survey.audience, survey.when)) return false
  present(turn, { kind: 'survey', survey: survey.id, question }, false)
  return true
}

/** The first question that was never answered. */
export function nextQuestion(turn: Turn, { id, questions }: Survey): string | undefined {
  const answered = turn.memory.answered[id] ?? []
  return questions.find((question) => !answered.includes(question.id))?.id
}

function isWanted(turn: Turn, audience: string | undefined, when: Condition): boolean {
  return holdsAudience(turn, audience) && holds(turn, when)
}

/**
 * Whether a message has had its turn. What comes back each year counts from its last day; `once` is
 * kept even when the page went away under the message; "later" is the next session.
 */
export function isSpent(turn: Turn, { id, once, when }: Message): boolean {
  const seen = turn.memory.seen[seenKey('message', id)]
  if (!seen) return false
  if ('every' in when && !once) return turn.facts.now - seen.at < 2 * DAY_MS
  return isOver(turn, seen) || (once === true && seen.end !== 'later')
}

function isOver({ session }: Turn, seen: Seen | undefined): boolean {
  if (seen?.end === 'later') return seen.session === session.id
  return seen?.end !== undefined
}
