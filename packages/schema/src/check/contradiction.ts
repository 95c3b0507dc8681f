import type { Condition } from '../condition.ts'
import { durationMs } from './duration-ms.ts'

/** Why a single condition can never hold, whatever happens; `undefined` if it can. */
export function contradiction(condition: Condition): string | undefined {
  if ('trait' in condition) {
    const { trait, atLeast, atMost } = condition
    if (atLeast === undefined || atMost === undefined || atLeast <= atMost) return undefined
    return `${JSON.stringify(trait)} cannot be at least ${atLeast} and at most ${atMost}`
  }
  if ('event' in condition) {
    const { within } = condition
    if (within === undefined || durationMs(within) > 0) return undefined
    return `nothing happens within ${within}`
  }
  if (!('moreThan' in condition) && !('lessThan' in condition)) return undefined
  const { moreThan, lessThan } = condition
  if (moreThan === undefined || lessThan === undefined) return undefined
  if (durationMs(moreThan) < durationMs(lessThan)) return undefined
  return `a time cannot be more than ${moreThan} and less than ${lessThan} ago`
}
