import type { Condition, Guide, Message, Path, Setup, Survey, Win } from '@firstwin/schema'
import { GUIDE, isInSight, MESSAGE, nextQuestion, PRAISE, SURVEY } from './eligible.ts'
import type { Checks } from './checks.ts'
import { entryIndex } from './entry-index.ts'
import { explainChecks, type Check, type Detail } from './explain-checks.ts'
import { explainWhen } from './explain-when.ts'
import { activeGuide } from './guide-moves.ts'
import { holdsAudience } from './holds.ts'
import { own } from './own.ts'
import { pathProgress } from './path-progress.ts'
import { busyWith, PRESSURE, pressureOf } from './pressure.ts'
import type { Shown } from './shown.ts'
import { seenKey } from './seen-key.ts'
import { shownOf } from './stage.ts'
import type { Turn } from './turn.ts'
import { celebrationSize, timeToValue } from './wins.ts'

/** Whether the thing is shown, and what has to be so before it is shown unasked. */
export interface Answer {
  shown: boolean
  checks: Check[]
  ttvMs?: number | undefined
}

export function explainPath(turn: Turn, { id, audience }: Path): Answer {
  const found = pathProgress(turn)?.path.id
  const { checklist } = turn.memory
  const table: Checks<unknown> = { audience: () => holdsAudience(turn, audience) }
  const details = { audience: audienceDetail(turn, audience) }
  const checks = [
    ...explainChecks(turn, table, { thing: undefined, details }),
    { check: 'first', wanted: id, found, ok: found === id },
    { check: 'checklist', wanted: 'open', found: checklist, ok: checklist === 'open' },
  ]
  return onPlace(turn, checks, (on) => on.kind === 'checklist' && found === id)
}

export function explainWin(turn: Turn, win: Win): Answer {
  const reachedAt = own(turn.memory.wins, win.id)
  const parts = reachedAt === undefined ? explainWhen(turn, 'when', win.when) : []
  const details = {
    reached: { wanted: 'reached', found: reachedAt, parts },
    celebrate: { wanted: 'small or big', found: celebrationSize(win) },
    recent: { wanted: 'less than a day ago', found: reachedAt },
    seen: { wanted: 'not celebrated before', found: own(turn.memory.celebrated, win.id) },
    dialog: { wanted: 'no dialog of the host', found: turn.facts.busy },
  }
  const checks = explainChecks(turn, PRAISE, { thing: win, details })
  const answer = onPlace(turn, checks, (on) =>
    on.kind === 'checklist' ? on.praise === win.id : on.kind === 'celebration' && on.win === win.id,
  )
  return { ...answer, ttvMs: timeToValue(turn, win.id) }
}

export function explainGuide(turn: Turn, guide: Guide): Answer {
  const { id, audience, start = 'on-request' } = guide
  const index = entryIndex(turn, guide)
  const inSight = isInSight(turn, guide, index)
  const begins = start === 'on-request' ? undefined : whenDetail(turn, 'start', start)
  const details = {
    seen: { wanted: 'not started, or put off', found: own(turn.memory.guides, id) },
    audience: audienceDetail(turn, audience),
    start: begins ?? { wanted: 'a condition', found: start },
    target: { wanted: guide.steps[index]?.target ?? 'no dialog of the host', found: inSight },
  }
  const checks = explainChecks(turn, GUIDE, { thing: guide, details })
  return unasked(turn, checks, (on) => on.kind === 'step' && on.guide === id)
}

/** A setup is only ever shown on request. */
export function explainSetup(turn: Turn, { id }: Setup): Answer {
  const on = shownOf(turn)
  const shown = on?.kind === 'setup' && on.setup === id
  return { shown, checks: [{ check: 'requested', wanted: true, found: shown, ok: shown }] }
}

export function explainMessage(turn: Turn, message: Message): Answer {
  const { id } = message
  const details = {
    seen: { wanted: 'not ended before', found: own(turn.memory.seen, seenKey('message', id)) },
    ...occasionDetails(turn, message),
  }
  const checks = explainChecks(turn, MESSAGE, { thing: message, details })
  return unasked(turn, checks, (on) => on.kind === 'message' && on.message === id)
}

export function explainSurvey(turn: Turn, survey: Survey): Answer {
  const { id } = survey
  const details = {
    questions: { wanted: 'one without an answer', found: nextQuestion(turn, survey) },
    seen: { wanted: 'not ended before', found: own(turn.memory.seen, seenKey('survey', id)) },
    ...occasionDetails(turn, survey),
  }
  const checks = explainChecks(turn, SURVEY, { thing: survey, details })
  return unasked(turn, checks, (on) => on.kind === 'survey' && on.survey === id)
}

interface Occasion {
  audience?: string | undefined
  when: Condition
}

function occasionDetails(turn: Turn, { audience, when }: Occasion) {
  return { audience: audienceDetail(turn, audience), when: whenDetail(turn, 'when', when) }
}

function audienceDetail(turn: Turn, audience: string | undefined): Detail {
  if (audience === undefined) return { wanted: 'everybody', found: 'everybody', parts: [] }
  return { ...whenDetail(turn, 'audience', { audience }), wanted: audience }
}

function whenDetail(turn: Turn, check: string, condition: Condition): Detail {
  const [whole, ...parts] = explainWhen(turn, check, condition)
  return { wanted: condition, found: whole?.found, parts }
}

/** What comes unasked needs the journey's rules of pressure on its side. */
function unasked(turn: Turn, checks: Check[], isOn: (shown: Shown) => boolean): Answer {
  const { perSession, gap, respect } = pressureOf(turn)
  const { session } = turn
  const details = {
    waiting: { wanted: 'no guide that waits for its target', found: activeGuide(turn)?.guide.id },
    busy: { wanted: { none: respect }, found: busyWith(turn) },
    cap: { wanted: { lessThan: perSession }, found: session.interruptions },
    gap: { wanted: { quietFor: gap }, found: { quietSince: session.quietSince } },
  }
  const pressure = explainChecks(turn, PRESSURE, { thing: undefined, details })
  return onPlace(turn, [...checks, ...pressure], isOn)
}

/** One thing at a time: another one on the place speaks against this one. */
function onPlace(turn: Turn, checks: Check[], isOn: (shown: Shown) => boolean): Answer {
  const on = shownOf(turn)
  const shown = on !== undefined && isOn(on)
  const place = { check: 'place', wanted: 'nothing else', found: on, ok: !on || shown }
  return { shown, checks: [...checks, place] }
}
