import type { Condition, TraitCondition } from '@firstwin/schema'
import { clockStart, isAnniversary, nextMidnight, toTime } from './clock.ts'
import { toMs } from './duration.ts'
import { matchesRoute } from './matches-route.ts'
import { own } from './own.ts'
import { wake, type Turn } from './turn.ts'

/** Whether a condition holds now. The same turn gives the same answer. */
export function holds(turn: Turn, condition: Condition): boolean {
  const { facts, memory } = turn
  if ('all' in condition) return condition.all.every((part) => holds(turn, part))
  if ('any' in condition) return condition.any.some((part) => holds(turn, part))
  if ('not' in condition) return !holds(turn, condition.not)
  if ('trait' in condition) return holdsTrait(condition, own(facts.traits, condition.trait))
  if ('event' in condition) return holdsEvent(turn, condition)
  if ('win' in condition) {
    const at = own(memory.wins, condition.win)
    if (condition.reached === false) return at === undefined
    return at !== undefined && holdsAge(turn, at, condition)
  }
  if ('guide' in condition) {
    const status = own(memory.guides, condition.guide)?.status
    const wanted = condition.is ?? 'completed'
    return wanted === 'started' ? status !== undefined : status === wanted
  }
  if ('route' in condition) return matchesRoute(condition.route, facts.route)
  if ('target' in condition) return facts.isVisible(condition.target)
  if ('since' in condition) {
    const at = sinceTime(turn, condition.since)
    if (at !== undefined) wake(turn, at)
    return at !== undefined && at <= facts.now && holdsAge(turn, at, condition)
  }
  if ('every' in condition) {
    wake(turn, nextMidnight(facts.now))
    return isAnniversary(condition.every, own(facts.traits, condition.on.trait), facts.now)
  }
  return holdsAudience(turn, condition.audience)
}

/** Everybody is in an audience that is not named; nobody in one that does not exist. */
export function holdsAudience(turn: Turn, audience: string | undefined): boolean {
  if (audience === undefined) return true
  const condition = own(turn.journey.audiences, audience)
  return condition !== undefined && holds(turn, condition)
}

function holdsTrait(wanted: TraitCondition, value: unknown): boolean {
  const { is, exists, atLeast, atMost } = wanted
  const isThere = value !== undefined && value !== null
  if (exists !== undefined && exists !== isThere) return false
  if (is !== undefined && is !== value) return false
  if (wanted.in && !wanted.in.some((one) => one === value)) return false
  if (atLeast !== undefined && !(typeof value === 'number' && value >= atLeast)) return false
  if (atMost !== undefined && !(typeof value === 'number' && value <= atMost)) return false
  return exists !== undefined || isThere
}

function holdsEvent(turn: Turn, wanted: Extract<Condition, { event: string }>): boolean {
  const { atLeast = 1, within } = wanted
  const found = own(turn.memory.events, wanted.event)
  if (!found) return false
  if (!within) return found.count >= atLeast

  // The oldest of the newest `atLeast` decides: once it is too old, so is the whole.
  const at = found.times.at(-atLeast)
  return at !== undefined && holdsAge(turn, at, { lessThan: within })
}

interface Age {
  moreThan?: string | undefined
  lessThan?: string | undefined
}

/** What happened has happened: where the device's clock was set back, it counts as of now. */
function holdsAge(turn: Turn, at: number, { moreThan, lessThan }: Age): boolean {
  const { now } = turn.facts
  const happened = Math.min(at, now)
  const from = moreThan ? happened + toMs(moreThan) : happened
  const until = lessThan ? happened + toMs(lessThan) : Number.POSITIVE_INFINITY
  wake(turn, from)
  wake(turn, until)
  return now >= from && now < until
}

/**
 * Before `identify` the trait that starts the clock is not missing but unknown yet, so the clock
 * has not started: else a letter to new customers would be shown on the sign-in page.
 */
export function sinceTime(
  turn: Turn,
  since: Extract<Condition, { since: unknown }>['since'],
): number | undefined {
  const { facts, memory, journey } = turn
  if (typeof since === 'object') return toTime(own(facts.traits, since.trait))
  if (since === 'first-seen') return memory.firstSeenAt
  const awaitsIdentity = typeof journey.clock?.start === 'object' && !facts.identified
  return awaitsIdentity ? undefined : clockStart(turn).at
}
