import type { Condition } from '../condition.ts'
import type { Journey } from '../journey.ts'
import { contradiction } from './contradiction.ts'
import { MAX_ISSUES, type Problem } from './problem.ts'
import { findReached, type Reached, reachOf } from './reach.ts'

/**
 * Wins that no event of the product can reach: nothing they wait for is an event, or they need
 * something that can never be. A win that refers to one that does not exist is left out, because
 * that is reported already.
 */
export function unreachableWins(journey: Journey): Problem[] {
  const reached = findReached(journey)
  const whens = new Map(journey.wins?.map(({ id, when }) => [id, when]))
  return (journey.wins ?? [])
    .map(({ id, when }, index) => ({ id, when, path: ['wins', index, 'when'] }))
    .filter(({ when }) => !reachOf(when, reached).byEvent)
    .slice(0, MAX_ISSUES)
    .flatMap(({ id, when, path }): Problem[] => {
      const reason = obstacle(when, { journey, whens, reached, win: id })
      if (reason === undefined) return []
      const message = `No event can reach this win: ${reason}.`
      return [{ severity: 'error', code: 'win-unreachable', path, message }]
    })
}

interface Search {
  journey: Journey
  /** The conditions of wins, by id. */
  whens: ReadonlyMap<string, Condition>
  reached: Reached
  /** The win that is looked at. */
  win: string
}

const NO_EVENT = 'it waits for no event that the product tracks. Add a condition on an event'

/** What stands in the way. `undefined` if it is a reference that leads nowhere. */
function obstacle(condition: Condition, search: Search): string | undefined {
  if ('all' in condition) {
    const blocked = condition.all.find((part) => !reachOf(part, search.reached).possible)
    return blocked ? obstacle(blocked, search) : NO_EVENT
  }
  if ('any' in condition) {
    const blocked = condition.any.find((part) => !reachOf(part, search.reached).possible)
    const isPossible = condition.any.some((part) => reachOf(part, search.reached).possible)
    return blocked && !isPossible ? obstacle(blocked, search) : NO_EVENT
  }
  if ('audience' in condition) return audienceObstacle(condition.audience, search)
  if ('win' in condition && condition.reached !== false) return winObstacle(condition, search)
  return contradiction(condition) ?? NO_EVENT
}

function audienceObstacle(id: string, { journey, reached }: Search): string | undefined {
  if (!Object.hasOwn(journey.audiences ?? {}, id)) return undefined
  if (reached.audiences.get(id)?.possible) return NO_EVENT
  return `it needs the audience ${JSON.stringify(id)}, which nobody can be in`
}

function winObstacle(condition: Condition & { win: string }, search: Search): string | undefined {
  const { whens, reached, win } = search
  if (!whens.has(condition.win)) return undefined
  if (condition.win === win) return 'it needs itself'
  if (reached.wins.get(condition.win)?.byEvent) return contradiction(condition)
  const needed = JSON.stringify(condition.win)
  return needs(condition.win, win, whens)
    ? `it needs the win ${needed}, which needs it in turn`
    : `it needs the win ${needed}, which no event can reach`
}

/** Whether one win waits for the other, however far around. */
function needs(from: string, to: string, whens: ReadonlyMap<string, Condition>): boolean {
  const seen = new Set([from])
  for (const id of seen) {
    const when = whens.get(id)
    for (const needed of when ? winsIn(when) : []) seen.add(needed)
  }
  return seen.has(to)
}

function winsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(winsIn)
  if ('any' in condition) return condition.any.flatMap(winsIn)
  return 'win' in condition ? [condition.win] : []
}
