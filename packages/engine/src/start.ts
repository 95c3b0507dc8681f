import { byId } from './by-id.ts'
import { nextQuestion } from './eligible.ts'
import { startGuide } from './guide-moves.ts'
import type { Current } from './session.ts'
import { present, takeDown } from './stage.ts'
import { remember, type Turn } from './turn.ts'

/** What can be shown on request, in the order in which an id is looked for. */
const KINDS = ['guide', 'setup', 'survey', 'message'] as const

export interface Wanted {
  kind: (typeof KINDS)[number]
  id: string
  /** Of a guide: where to begin. */
  step?: string | undefined
}

/**
 * Shows what the host or the user asks for by id. No pressure rule applies to what was asked for.
 * An id that there is not, and a survey without an open question, change nothing.
 */
export function startById(turn: Turn, id: string, step?: string): void {
  const isStarted = KINDS.some((kind) => start(turn, { kind, id, step }))
  if (!isStarted) turn.effects.push({ do: 'refuse', id })
}

/** Shows just this; false where there is no such thing. */
export function start(turn: Turn, { kind, id, step }: Wanted): boolean {
  if (kind === 'guide') {
    const guide = byId(turn.journey.guides, id)
    if (!guide) return false
    makeRoom(turn)
    startGuide(turn, guide, step)
    turn.session = { ...turn.session, asked: id }
    return true
  }
  const shown = toShown(turn, kind, id)
  if (!shown) return false
  makeRoom(turn)
  present(turn, shown, true)
  return true
}

function toShown(
  turn: Turn,
  kind: Exclude<Wanted['kind'], 'guide'>,
  id: string,
): Current['shown'] | undefined {
  const { setups, messages, surveys } = turn.journey
  if (kind === 'setup') return byId(setups, id) && { kind, setup: id }
  if (kind === 'message') return byId(messages, id) && { kind, message: id }
  const survey = byId(surveys, id)
  const question = survey && nextQuestion(turn, survey)
  return question === undefined ? undefined : { kind, survey: id, question }
}

/** What is shown goes; the checklist comes back afterwards. */
function makeRoom(turn: Turn): void {
  if (turn.session.current) takeDown(turn)
  if (turn.memory.checklist === 'open') remember(turn, { checklist: 'returning' })
}
