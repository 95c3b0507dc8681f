import type { Condition } from '@firstwin/schema'
import { DAY_MS } from './duration.ts'
import { holds, holdsAudience } from './holds.ts'
import { own } from './own.ts'
import { pathProgress } from './path-progress.ts'
import { seenKey } from './seen-key.ts'
import type { Turn } from './turn.ts'

/**
 * Whether the stage may have something to do. Coarser than the checks that it decides by, which
 * come with it: sometimes yes where they say no, but never the other way round.
 */
export function mightShow(turn: Turn): boolean {
  const { journey, memory, session, facts } = turn
  const path = pathProgress(turn)?.path.id
  return (
    session.current !== undefined ||
    (path !== undefined && (memory.checklist === 'open' || !memory.goodbyes.includes(path))) ||
    Object.values(memory.guides).some(({ status }) => status === 'active') ||
    journey.wins.some(
      ({ id, celebrate }) =>
        celebrate &&
        own(memory.celebrated, id) === undefined &&
        (own(memory.wins, id) ?? 0) > facts.now - DAY_MS,
    ) ||
    journey.messages.some((one) => isDue(turn, one, seenKey('message', one.id))) ||
    journey.surveys.some((one) => isDue(turn, one, seenKey('survey', one.id))) ||
    journey.guides.some(({ id, audience, start = 'on-request' }) => {
      const when = start !== 'on-request' && own(memory.guides, id)?.status !== 'completed' && start
      return when && isDue(turn, { audience, when }, '')
    })
  )
}

interface Occasion {
  audience?: string | undefined
  when: Condition
}

/** What returns each year may be due again after it ended. */
function isDue(turn: Turn, { audience, when }: Occasion, key: string): boolean {
  const end = own(turn.memory.seen, key)?.end ?? 'later'
  const isOpen = end === 'later' || JSON.stringify(when).includes('"every"')
  return isOpen && holdsAudience(turn, audience) && holds(turn, when)
}
