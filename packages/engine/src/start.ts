import { beginGuide, makeRoom } from './begin-guide.ts'
import { byId } from './by-id.ts'
import { nextQuestion } from './eligible.ts'
import type { Current } from './session.ts'
import { setupValues } from './setup-values.ts'
import { present } from './stage.ts'
import type { Turn } from './turn.ts'

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
    beginGuide(turn, guide, step)
    return true
  }
  const shown = toShown(turn, kind, id)
  if (!shown) return false
  makeRoom(turn)
  present(turn, shown, true)
  if (shown.kind === 'setup') fillIn(turn, shown.setup)
  return true
}

/** What is recommended is settled when the form appears: nothing changes under the user's hands. */
function fillIn(turn: Turn, id: string): void {
  const setup = byId(turn.journey.setups, id)
  const { current } = turn.session
  if (!setup || !current) return
  turn.session = { ...turn.session, current: { ...current, form: setupValues(turn, setup) } }
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
