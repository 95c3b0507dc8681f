import { isNumber, isObject, isString, listOf, maybe, oneOf, shaped, type Fits } from './fits.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { newSession, type Session } from './session.ts'

/** What each entry must be; one that does not fit counts as never having happened. */
const ENTRIES: Readonly<Record<string, Fits>> = {
  events: shaped({ count: isNumber, times: listOf(isNumber) }),
  wins: isNumber,
  celebrated: isNumber,
  guides: shaped({
    status: oneOf('active', 'dismissed', 'completed'),
    viewedAt: maybe(isNumber),
  }),
  seen: shaped({ at: isNumber }),
  answered: listOf(isString),
  best: (value) => isNumber(value) && value <= 1,
}

const LEAVES: Readonly<Record<string, Fits>> = {
  firstSeenAt: isNumber,
  started: oneOf(true, false),
  goodbyes: listOf(isString),
  checklist: oneOf('open', 'closed', 'away', 'returning'),
}

/**
 * Reads what was stored of a user. Storage outlives releases and can be edited by anybody, so it is
 * read leniently: what does not fit counts as never having happened.
 */
export function restoreMemory(stored: unknown, now: number): Memory {
  const memory = emptyMemory(now)
  if (!isObject(stored) || stored['version'] !== 1) return memory
  for (const [key, fits] of Object.entries(LEAVES)) {
    if (fits(stored[key])) Object.assign(memory, { [key]: stored[key] })
  }
  for (const [key, fits] of Object.entries(ENTRIES)) {
    const entries = isObject(stored[key]) ? Object.entries(stored[key]) : []
    const kept = entries.filter(([, value]) => fits(value))
    Object.assign(memory, { [key]: Object.fromEntries(kept) })
  }
  return memory
}

/** Reads what the tab stored of itself before a reload. The focus is not taken a second time. */
export function restoreSession(stored: unknown, newId: () => string): Session {
  if (!isObject(stored) || !isString(stored['id'])) return newSession(newId())
  const { interruptions, quietSince, current } = stored
  return {
    ...newSession(stored['id']),
    ...(isNumber(interruptions) && { interruptions }),
    ...(isNumber(quietSince) && { quietSince }),
    ...(isCurrent(current) && { current: { ...current, requested: false } }),
  }
}

function isCurrent(value: unknown): value is NonNullable<Session['current']> {
  return shaped({ since: isNumber, shown: isObject })(value)
}
