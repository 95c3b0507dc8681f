import type { Condition } from '../condition.ts'
import type { Journey } from '../journey.ts'
import { contradiction } from './contradiction.ts'

/** What is known of a condition. Nothing waits for an event that can never hold. */
export interface Reach {
  /** It can hold some day. */
  possible: boolean
  /** It can hold because of something that happens in the product. */
  byEvent: boolean
}

/** What is known of wins and audiences, by id. One that is not there is not possible (yet). */
export interface Reached {
  wins: Map<string, Reach>
  audiences: Map<string, Reach>
}

const NEVER: Reach = { possible: false, byEvent: false }
const BY_FACTS: Reach = { possible: true, byEvent: false }
const BY_EVENT: Reach = { possible: true, byEvent: true }

/**
 * Finds what wins and audiences can be reached, starting from none and adding what follows until
 * nothing is added: so a win that needs itself is never among them.
 */
export function findReached(journey: Journey): Reached {
  const reached: Reached = { wins: new Map(), audiences: new Map() }
  const open = [
    ...Object.entries(journey.audiences ?? {}).map(([id, condition]) => {
      return { id, condition, known: reached.audiences }
    }),
    ...(journey.wins ?? []).map(({ id, when }) => ({ id, condition: when, known: reached.wins })),
  ]
  let changed = true
  while (changed) {
    // To and fro: a chain is followed in one pass, whichever way it is written.
    open.reverse()
    const news = open.map(({ id, condition, known }) => {
      return learn(known, id, reachOf(condition, reached))
    })
    changed = news.includes(true)
  }
  return reached
}

/** How a condition can come to hold. */
export function reachOf(condition: Condition, reached: Reached): Reach {
  if ('all' in condition) {
    const parts = condition.all.map((part) => reachOf(part, reached))
    const possible = parts.every((part) => part.possible)
    return { possible, byEvent: possible && parts.some((part) => part.byEvent) }
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => reachOf(part, reached))
    const possible = parts.some((part) => part.possible)
    return { possible, byEvent: parts.some((part) => part.byEvent) }
  }
  if (contradiction(condition) !== undefined) return NEVER
  if ('event' in condition) return BY_EVENT
  if ('audience' in condition) return reached.audiences.get(condition.audience) ?? NEVER
  if ('win' in condition && condition.reached !== false) {
    return reached.wins.get(condition.win)?.byEvent ? BY_EVENT : NEVER
  }
  return BY_FACTS
}

/** Returns whether this was news. What is known only grows, so that the search comes to an end. */
function learn(known: Map<string, Reach>, id: string, reach: Reach): boolean {
  const before = known.get(id) ?? NEVER
  known.set(id, reach)
  return reach.possible !== before.possible || reach.byEvent !== before.byEvent
}
