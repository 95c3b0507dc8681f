import { emptyMemory, type GuideMemory, type Memory } from './memory.ts'
import { newSession, type Session } from './session.ts'

/**
 * Reads what was stored of a user. Storage outlives releases and can be edited by anybody, so it is
 * read leniently: what does not fit counts as never having happened.
 */
export function restoreMemory(stored: unknown, now: number): Memory {
  const empty = emptyMemory(now)
  if (!isObject(stored) || stored['version'] !== 1) return empty
  const { firstSeenAt, checklist } = stored
  return {
    version: 1,
    firstSeenAt: isNumber(firstSeenAt) ? firstSeenAt : now,
    started: stored['started'] === true,
    events: pick(stored['events'], isEvent),
    wins: pick(stored['wins'], isNumber),
    celebrated: pick(stored['celebrated'], isNumber),
    guides: pick(stored['guides'], isGuide),
    seen: pick(stored['seen'], isSeen),
    answered: pick(stored['answered'], isStrings),
    best: pick(stored['best'], isNumber),
    goodbyes: isStrings(stored['goodbyes']) ? stored['goodbyes'] : [],
    checklist: CHECKLIST.find((state) => state === checklist) ?? empty.checklist,
  }
}

/** Reads what the tab stored of itself before a reload. The focus is not taken a second time. */
export function restoreSession(stored: unknown, newId: () => string): Session {
  if (!isObject(stored) || typeof stored['id'] !== 'string') return newSession(newId())
  const { id, interruptions, quietSince, current } = stored
  return {
    id,
    interruptions: isNumber(interruptions) ? interruptions : 0,
    quietSince: isNumber(quietSince) ? quietSince : 0,
    current: isCurrent(current) ? { ...current, requested: false } : undefined,
    asked: undefined,
  }
}

const CHECKLIST = ['open', 'closed', 'away', 'returning'] as const
const STATUSES = new Set(['active', 'dismissed', 'completed'])

type JsonObject = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isEvent(value: unknown): value is Memory['events'][string] {
  return isObject(value) && isNumber(value['count']) && Array.isArray(value['times'])
}

function isGuide(value: unknown): value is GuideMemory {
  return isObject(value) && STATUSES.has(String(value['status']))
}

function isSeen(value: unknown): value is Memory['seen'][string] {
  return isObject(value) && isNumber(value['at'])
}

function isCurrent(value: unknown): value is NonNullable<Session['current']> {
  return isObject(value) && isNumber(value['since']) && isObject(value['shown'])
}

function pick<Value>(
  stored: unknown,
  fits: (value: unknown) => value is Value,
): Readonly<Record<string, Value>> {
  const found: Record<string, Value> = {}
  if (!isObject(stored)) return found
  for (const key of Object.keys(stored)) {
    const value = stored[key]
    if (fits(value)) found[key] = value
  }
  return found
}
