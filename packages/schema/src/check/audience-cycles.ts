import type { Condition } from '../condition.ts'
import type { Journey } from '../journey.ts'
import { MAX_ISSUES, type Problem } from './problem.ts'

/** Audiences that are defined by themselves, however far around. */
export function audienceCycles({ audiences = {} }: Journey): Problem[] {
  const uses = new Map(Object.entries(audiences).map(([id, when]) => [id, audiencesIn(when)]))
  removeSound(uses)
  return [...uses.keys()]
    .slice(0, MAX_ISSUES)
    .filter((id) => leadsBack(id, uses))
    .map((id) => {
      const message = `The audience ${JSON.stringify(id)} refers to itself. Write its condition out.`
      return {
        severity: 'error',
        code: 'audience-cycle',
        path: ['audiences', id],
        at: 'key',
        message,
      }
    })
}

/** Takes away those that lead to an end, until only cycles and what leads to them are left. */
function removeSound(uses: Map<string, readonly string[]>): void {
  let order = [...uses]
  let size = 0
  do {
    size = uses.size
    // To and fro: a chain is followed in one pass, whichever way it is written.
    order = order.toReversed()
    for (const [id, used] of order) {
      if (!used.some((name) => uses.has(name))) uses.delete(id)
    }
  } while (uses.size < size)
}

function leadsBack(id: string, uses: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set(uses.get(id))
  for (const name of seen) for (const used of uses.get(name) ?? []) seen.add(used)
  return seen.has(id)
}

function audiencesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(audiencesIn)
  if ('any' in condition) return condition.any.flatMap(audiencesIn)
  if ('not' in condition) return audiencesIn(condition.not)
  return 'audience' in condition ? [condition.audience] : []
}
