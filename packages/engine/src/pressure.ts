import type { Checks } from './checks.ts'
import { toMs } from './duration.ts'
import { activeGuide } from './guide-moves.ts'
import { wake, type Turn } from './turn.ts'

const DEFAULT_RESPECT = ['typing', 'host-dialog'] as const

/** What speaks for letting anything come unasked now. */
export const PRESSURE: Checks<unknown> = {
  waiting: (turn) => !isWaiting(turn),
  busy: (turn) => busyWith(turn).length === 0,
  cap: (turn) => turn.session.interruptions < pressureOf(turn).perSession,
  gap(turn) {
    const until = quietUntil(turn)
    wake(turn, until)
    return turn.facts.now >= until
  },
}

/** Whether a guide under way waits for its target, and has not been reported missing yet. */
export function isWaiting(turn: Turn): boolean {
  const active = activeGuide(turn)
  return active !== undefined && !active.memory.missing
}

/** The journey's rules of how much may come unasked, with what holds where it says nothing. */
export function pressureOf({ journey: { pressure = {} } }: Turn) {
  const { perSession = 3, gap = '30s', respect = DEFAULT_RESPECT } = pressure
  return { perSession, gap, respect }
}

/** What keeps the user busy that the journey respects. */
export function busyWith(turn: Turn): readonly string[] {
  const respect: readonly string[] = pressureOf(turn).respect
  return turn.facts.busy.filter((busy) => respect.includes(busy))
}

/** Where the clock was set back, the gap begins again: nobody waits until it has caught up. */
export function keepGap(turn: Turn): void {
  const { session, facts } = turn
  if (session.quietSince > facts.now) turn.session = { ...session, quietSince: facts.now }
}

/** When what was last closed has been gone for long enough; 0 before anything was. */
function quietUntil(turn: Turn): number {
  const { quietSince } = turn.session
  return quietSince && quietSince + toMs(pressureOf(turn).gap)
}
