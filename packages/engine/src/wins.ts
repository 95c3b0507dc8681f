import type { Win } from '@firstwin/schema'
import { clockStart } from './clock.ts'
import { holds } from './holds.ts'
import { own } from './own.ts'
import { remember, type Turn } from './turn.ts'

/**
 * Reaches every win whose condition holds, those that build on others included, and returns their
 * ids in order. A win is reached once and for ever.
 */
export function reachWins(turn: Turn): string[] {
  const reached: string[] = []
  let win: Win | undefined
  do {
    win = turn.journey.wins.find(
      ({ id, when }) => own(turn.memory.wins, id) === undefined && holds(turn, when),
    )
    if (win) {
      reach(turn, win)
      reached.push(win.id)
    }
  } while (win)
  return reached
}

function reach(turn: Turn, { id, tier }: Win): void {
  remember(turn, { wins: { ...turn.memory.wins, [id]: turn.facts.now } })
  const clock = clockStart(turn).name
  const properties = { win: id, tier, ttvMs: timeToValue(turn, id), clock }
  turn.reports.push({ name: 'win_reached', properties })
}

/** Milliseconds from the start of the clock to the win; 0 at least. */
export function timeToValue(turn: Turn, win: string): number | undefined {
  const start = clockStart(turn).at
  const reachedAt = own(turn.memory.wins, win)
  return start === undefined || reachedAt === undefined ? undefined : Math.max(0, reachedAt - start)
}

/** `small` for a toast, `big` for a popup, `undefined` where a win is not celebrated. */
export function celebrationSize({ celebrate }: Win): 'small' | 'big' | undefined {
  return typeof celebrate === 'object' ? celebrate.size : celebrate
}
