import { isPutOff } from './entry-index.ts'
import type { EventMemory, GuideMemory, Memory, Seen } from './memory.ts'

/**
 * Joins what an anonymous visitor did with what is known of the user they turned out to be. Both
 * count: events add up, wins keep their earliest time, and whatever was ended stays ended.
 */
export function mergeMemory(user: Memory, visitor: Memory): Memory {
  return {
    version: 1,
    firstSeenAt: Math.min(user.firstSeenAt, visitor.firstSeenAt),
    started: user.started || visitor.started,
    events: join(user.events, visitor.events, addEvents),
    wins: join(user.wins, visitor.wins, Math.min),
    celebrated: join(user.celebrated, visitor.celebrated, Math.min),
    guides: join(user.guides, visitor.guides, (a, b) => (isEnded(a) || !isEnded(b) ? a : b)),
    seen: join(user.seen, visitor.seen, laterSeen),
    answered: join(user.answered, visitor.answered, (a, b) => [...new Set([...a, ...b])]),
    best: join(user.best, visitor.best, Math.max),
    goodbyes: [...new Set([...user.goodbyes, ...visitor.goodbyes])],
    checklist: user.checklist === 'closed' ? visitor.checklist : user.checklist,
  }
}

function join<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  both: (a: Value, b: Value) => Value,
): Readonly<Record<string, Value>> {
  const joined = new Map(Object.entries(a))
  for (const [key, value] of Object.entries(b)) {
    const other = joined.get(key)
    joined.set(key, other === undefined ? value : both(other, value))
  }
  return Object.fromEntries(joined)
}

function addEvents(a: EventMemory, b: EventMemory): EventMemory {
  const times = [...a.times, ...b.times].toSorted((x, y) => x - y)
  return { count: a.count + b.count, times }
}

/** The newer of the two, but "no" stays no. */
function laterSeen(a: Seen, b: Seen): Seen {
  const [older, newer] = a.at < b.at ? [a, b] : [b, a]
  const isNo = older.end !== undefined && older.end !== 'later'
  return isNo ? { ...older, at: newer.at } : newer
}

function isEnded(guide: GuideMemory): boolean {
  return guide.status !== 'active' && !isPutOff(guide)
}
