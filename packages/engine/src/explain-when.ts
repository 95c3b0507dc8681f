import type { Condition } from '@firstwin/schema'
import type { Check } from './explain-checks.ts'
import { holds, sinceTime } from './holds.ts'
import { own } from './own.ts'
import type { Turn } from './turn.ts'

/**
 * A condition, and after it each of its parts: `when`, `when.all[0]`, `when.all[1].not`. A part of
 * `any` may fail while `any` holds, and the part of `not` has to.
 */
export function explainWhen(turn: Turn, check: string, condition: Condition): Check[] {
  const ok = holds(turn, condition)
  const found = foundFor(turn, condition)
  const parts = partsOf(turn, condition).flatMap(([name, part]) =>
    explainWhen(turn, `${check}.${name}`, part),
  )
  return [{ check, wanted: condition, found, ok }, ...parts]
}

function partsOf(turn: Turn, condition: Condition): [name: string, part: Condition][] {
  if ('all' in condition) return condition.all.map((part, index) => [`all[${index}]`, part])
  if ('any' in condition) return condition.any.map((part, index) => [`any[${index}]`, part])
  if ('not' in condition) return [['not', condition.not]]
  if (!('audience' in condition)) return []
  const { audience } = condition
  const named = own(turn.journey.audiences, audience)
  return named ? [[audience, named]] : []
}

/** What is the case where the condition looks. Times are in ms since 1970. */
function foundFor(turn: Turn, condition: Condition): unknown {
  const { facts, memory } = turn
  if ('trait' in condition) return own(facts.traits, condition.trait)
  if ('event' in condition) {
    const { count = 0, times = [] } = own(memory.events, condition.event) ?? {}
    return condition.within ? { count, times } : { count }
  }
  if ('win' in condition) return own(memory.wins, condition.win)
  if ('guide' in condition) return own(memory.guides, condition.guide)?.status
  if ('route' in condition) return facts.route
  if ('since' in condition) return sinceTime(turn, condition.since)
  if ('every' in condition) return own(facts.traits, condition.on.trait)
  return holds(turn, condition)
}
