import type { Win } from '@firstwin/schema'
import { clockStart } from './clock.ts'
import { DAY_MS } from './duration.ts'
import { holds } from './holds.ts'
import { remember, type Turn } from './turn.ts'

/**
 * Reaches every win whose condition holds, those that build on others included, and returns their
 * ids in order. A win is reached once and for ever.
 */
export function reachWins(turn: Turn): string[] {
  const reached: string[] = []
  let win: Win | undefined
  do {
    win = turn.journey.wins.find(({ id, when }) => !(id in turn.memory.wins) && holds(turn, when))
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
  const reachedAt = turn.memory.wins[win]
  return start === undefined || reachedAt === undefined ? undefined : Math.max(0, reachedAt - start)
}

/** `small` for a toast, `big` for a popup, `undefined` where a win is not celebrated. */
export function celebrationSize({ celebrate }: Win): 'small' | 'big' | undefined {
  return typeof celebrate === 'object' ? celebrate.size : celebrate
}

/**
 * The win that is to be celebrated next, oldest first. Praise comes at once or not at all: a win of
 * yesterday, or one that an edit made worth celebrating, is left alone.
 */
export function nextCelebration({ journey, memory, facts }: Turn): Win | undefined {
  const reachedAt = ({ id }: Win): number => memory.wins[id] ?? 0
  return journey.wins
    .filter((win) => celebrationSize(win) && reachedAt(win) > facts.now - DAY_MS)
    .filter(({ id }) => !(id in memory.celebrated))
    .toSorted((a, b) => reachedAt(a) - reachedAt(b))[0]
}
