import type { Condition } from '../condition.ts'
import type { Journey } from '../journey.ts'
import type { Problem } from './problem.ts'

/** Audiences that are defined by themselves, however far around. */
export function audienceCycles({ audiences = {} }: Journey): Problem[] {
  return Object.entries(audiences).flatMap(([id, condition]): Problem[] => {
    const seen = new Set(audiencesIn(condition))
    for (const name of seen) {
      const found = Object.hasOwn(audiences, name) ? audiences[name] : undefined
      for (const inner of found ? audiencesIn(found) : []) seen.add(inner)
    }
    if (!seen.has(id)) return []
    const message = `The audience ${JSON.stringify(id)} refers to itself. Write its condition out.`
    return [
      { severity: 'error', code: 'audience-cycle', path: ['audiences', id], at: 'key', message },
    ]
  })
}

function audiencesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(audiencesIn)
  if ('any' in condition) return condition.any.flatMap(audiencesIn)
  if ('not' in condition) return audiencesIn(condition.not)
  return 'audience' in condition ? [condition.audience] : []
}
