import { isPutOff } from './entry-index.ts'
import { join, joinMemory } from './join-memory.ts'
import type { EventMemory, GuideMemory, Memory } from './memory.ts'

/**
 * Joins what an anonymous visitor did with what is known of the user they turned out to be. Both
 * count: events add up, wins keep their earliest time, and whatever was ended stays ended.
 */
export function mergeMemory(user: Memory, visitor: Memory): Memory {
  return {
    ...user,
    ...joinMemory(user, visitor),
    events: join(user.events, visitor.events, addEvents),
    guides: join(user.guides, visitor.guides, (a, b) => (isEnded(a) || !isEnded(b) ? a : b)),
    checklist: user.checklist === 'closed' ? visitor.checklist : user.checklist,
  }
}

function addEvents(a: EventMemory, b: EventMemory): EventMemory {
  const times = [...a.times, ...b.times].toSorted((x, y) => x - y)
  return { count: a.count + b.count, times }
}

/** Whether it is over for good: what was put off is not. */
export function isEnded(guide: GuideMemory): boolean {
  return guide.status !== 'active' && !isPutOff(guide)
}
