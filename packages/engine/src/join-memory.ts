import type { Memory, Seen } from './memory.ts'

/** What two memories of one user can be joined in without knowing which of them is the newer. */
export type Joinable = Pick<
  Memory,
  'firstSeenAt' | 'started' | 'wins' | 'celebrated' | 'seen' | 'answered' | 'best' | 'goodbyes'
>

/**
 * Joins what is only ever added to: wins keep their earliest time, progress its furthest point, and
 * what was refused stays refused. In whatever order, and however often, memories are joined, the
 * result is the same.
 */
export function joinMemory(a: Joinable, b: Joinable): Joinable {
  return {
    firstSeenAt: Math.min(a.firstSeenAt, b.firstSeenAt),
    started: a.started || b.started,
    wins: join(a.wins, b.wins, Math.min),
    celebrated: join(a.celebrated, b.celebrated, Math.min),
    seen: join(a.seen, b.seen, joinSeen),
    answered: join(a.answered, b.answered, unite),
    best: join(a.best, b.best, Math.max),
    goodbyes: unite(a.goodbyes, b.goodbyes),
  }
}

/** Both records in one; `both` decides where both have the key. */
export function join<Value>(
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

function unite(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].toSorted()
}

/** The newer of the two, but "no" stays no. */
function joinSeen(a: Seen, b: Seen): Seen {
  const at = Math.max(a.at, b.at)
  const rank = (one: Seen): readonly (number | string)[] =>
    isNo(one)
      ? [1, 0, ENDS.indexOf(one.end ?? ''), one.session]
      : [0, one.at, ENDS.indexOf(one.end ?? ''), one.session]
  return { ...(isBefore(rank(a), rank(b)) ? b : a), at }
}

/** From the weakest to the strongest. */
const ENDS: readonly string[] = ['', 'later', 'closed', 'followed', 'declined', 'answered']

function isNo({ end }: Seen): boolean {
  return end !== undefined && end !== 'later'
}

/** Whether the first list comes before the second, item by item. */
export function isBefore(
  a: readonly (number | string)[],
  b: readonly (number | string)[],
): boolean {
  const index = a.findIndex((item, place) => item !== b[place])
  const [one, other] = [a[index], b[index]]
  return one !== undefined && other !== undefined && one < other
}
