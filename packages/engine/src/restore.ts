import { emptyMemory, type Memory } from './memory.ts'
import { newSession, type Session } from './session.ts'

/** What is stored must be built like these. A list holds any number of its first. */
const SAMPLES = {
  firstSeenAt: 0,
  started: true,
  goodbyes: [''],
  checklist: /^(open|closed|away|returning)$/,
}

/** The same for the entries of each record; one that does not fit never happened. */
const ENTRIES = {
  events: { count: 0, times: [0] },
  wins: 0,
  celebrated: 0,
  guides: { status: /^(active|dismissed|completed)$/ },
  seen: { at: 0 },
  answered: [''],
  best: 0,
}

const SESSION = { interruptions: 0, quietSince: 0, current: { since: 0, shown: {} } }

/**
 * Reads what was stored of a user. Storage outlives releases and can be edited by anybody, so it is
 * read leniently: what does not fit counts as never having happened.
 */
export function restoreMemory(stored: unknown, now: number): Memory {
  const memory: Record<string, unknown> = { ...emptyMemory(now) }
  if (isRecord(stored) && stored['version'] === 1) {
    for (const [key, sample] of Object.entries(SAMPLES)) {
      if (fits(stored[key], sample)) memory[key] = stored[key]
    }
    for (const [key, sample] of Object.entries(ENTRIES)) {
      const entries = Object.entries(isRecord(stored[key]) ? stored[key] : {})
      memory[key] = Object.fromEntries(entries.filter(([, value]) => fits(value, sample)))
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: judged just above
  return memory as unknown as Memory
}

/** Reads what the tab stored of itself before a reload. The focus is not taken a second time. */
export function restoreSession(stored: unknown, newId: () => string): Session {
  if (!isRecord(stored) || !fits(stored, { id: '' })) return newSession(newId())
  const session: Record<string, unknown> = { ...newSession(String(stored['id'])) }
  for (const [key, sample] of Object.entries(SESSION)) {
    const value = stored[key]
    if (fits(value, sample)) session[key] = isRecord(value) ? { ...value, requested: false } : value
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: judged just above
  return session as unknown as Session
}

type Json = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is built like the sample. Numbers are finite, as they are in JSON. */
function fits(value: unknown, sample: unknown): boolean {
  if (Array.isArray(sample)) {
    return Array.isArray(value) && value.every((one) => fits(one, sample[0]))
  }
  if (sample instanceof RegExp) return typeof value === 'string' && sample.test(value)
  if (isRecord(sample)) {
    return isRecord(value) && Object.keys(sample).every((key) => fits(value[key], sample[key]))
  }
  return typeof value === typeof sample && (typeof value !== 'number' || Number.isFinite(value))
}
