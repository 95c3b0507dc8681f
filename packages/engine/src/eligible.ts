import type { Condition, Guide, Message, Survey, Win } from '@firstwin/schema'
import type { Checks } from './checks.ts'
import { DAY_MS } from './duration.ts'
import { entryIndex, isPutOff } from './entry-index.ts'
import { holds, holdsAudience } from './holds.ts'
import { own } from './own.ts'
import { seenKey } from './seen-key.ts'
import type { Turn } from './turn.ts'
import { celebrationSize } from './wins.ts'

const AUDIENCE_AND_WHEN: Checks<{ audience?: string | undefined; when: Condition }> = {
  audience: (turn, { audience }) => holdsAudience(turn, audience),
  when: (turn, { when }) => holds(turn, when),
}

/** What speaks for a message that comes unasked. */
export const MESSAGE: Checks<Message> = {
  seen: (turn, message) => !isSpent(turn, seenKey('message', message.id), message),
  ...AUDIENCE_AND_WHEN,
}

/** What speaks for a survey that comes unasked. */
export const SURVEY: Checks<Survey> = {
  questions: (turn, survey) => nextQuestion(turn, survey) !== undefined,
  seen: (turn, survey) => !isSpent(turn, seenKey('survey', survey.id), survey),
  ...AUDIENCE_AND_WHEN,
}

/** What speaks for a guide that starts by itself. */
export const GUIDE: Checks<Guide> = {
  seen: isFresh,
  win: (turn, guide) => !leadsToReached(turn, guide),
  audience: (turn, { audience }) => holdsAudience(turn, audience),
  start: (turn, { start = 'on-request' }) => start !== 'on-request' && holds(turn, start),
  target: (turn, guide) => isInSight(turn, guide, entryIndex(turn, guide)),
}

/**
 * What speaks for celebrating a win. Praise comes at once or not at all: a win of yesterday, or one
 * that an edit made worth celebrating, is left alone.
 */
export const PRAISE: Checks<Win> = {
  reached: ({ memory }, { id }) => own(memory.wins, id) !== undefined,
  celebrate: (_, win) => celebrationSize(win) !== undefined,
  recent: ({ memory, facts }, { id }) => (own(memory.wins, id) ?? 0) > facts.now - DAY_MS,
  seen: ({ memory }, { id }) => own(memory.celebrated, id) === undefined,
  // Typing is no reason to wait, but under a dialog praise would be spent unseen.
  dialog: isUncovered,
}

/** The first question that was never answered. */
export function nextQuestion(turn: Turn, { id, questions }: Survey): string | undefined {
  const answered = own(turn.memory.answered, id) ?? []
  return questions.find((question) => !answered.includes(question.id))?.id
}

/** Whether a step can be pointed at; one that points at nothing waits while a dialog is open. */
export function isInSight(turn: Turn, { steps }: Guide, index: number): boolean {
  const target = steps[index]?.target
  return target ? turn.facts.isVisible(target) : isUncovered(turn)
}

/** Behind a modal dialog nothing of ours could be used, whatever the journey respects. */
function isUncovered({ facts }: Turn): boolean {
  return !facts.busy.includes('host-dialog')
}

/** A guide starts by itself once; one that was put off until later, once more in each session. */
function isFresh({ memory, session }: Turn, { id }: Guide): boolean {
  const found = own(memory.guides, id)
  return !found || (isPutOff(found) && found.session !== session.id)
}

/** Who has had the success already is not shown the way to it. */
function leadsToReached({ journey, memory }: Turn, { id }: Guide): boolean {
  return journey.paths.some(({ tasks }) =>
    tasks.some(({ guide, win }) => guide === id && own(memory.wins, win) !== undefined),
  )
}

interface Occasion {
  when: Condition
  once?: boolean | undefined
}

/**
 * Whether a message or survey has had its turn. "Later" is the next session; what comes back each
 * year is over, once it was closed, for that day; `once` is kept even when the page went away under
 * the message.
 */
function isSpent({ memory, session, facts }: Turn, key: string, { when, once }: Occasion): boolean {
  const seen = own(memory.seen, key)
  if (!seen) return false
  if (seen.end === 'later') return seen.session === session.id
  if (!once && recurs(when)) return seen.end !== undefined && facts.now - seen.at < 2 * DAY_MS
  return once === true || seen.end !== undefined
}

function recurs(when: Condition): boolean {
  if ('all' in when) return when.all.some(recurs)
  if ('any' in when) return when.any.some(recurs)
  return 'every' in when
}
