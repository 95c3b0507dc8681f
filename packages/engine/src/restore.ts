import { hashOf } from './hash-of.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { newSession, type Session } from './session.ts'

/**
 * What is remembered, as text to be stored: JSON behind a hash of itself. What comes back with the
 * right hash is what was written, to the letter, so that nothing in it need be judged again.
 */
export function toStored(state: Memory | Session): string {
  const json = JSON.stringify(state)
  return hashOf(json) + json
}

/**
 * Reads what was stored of a user. Storage can be cut short or edited by anybody, and outlives
 * releases: what is not as we wrote it, or of another version, counts as never having happened.
 */
export function restoreMemory(stored: string | undefined, now: number): Memory {
  const memory: Memory | undefined = parse(stored)
  return memory?.version === 1 ? memory : emptyMemory(now)
}

/** Reads what the tab stored of itself before a reload. The focus is not taken a second time. */
export function restoreSession(stored: string | undefined, newId: () => string): Session {
  const session: Session | undefined = parse(stored)
  if (!session) return newSession(newId())
  const { current } = session
  return { ...session, current: current && { ...current, requested: false }, asked: undefined }
}

// oxlint-disable-next-line typescript/no-explicit-any -- of whichever kind the caller has stored
function parse(stored: string | undefined): any {
  const json = stored?.slice(stored.indexOf('{')) ?? ''
  return stored === hashOf(json) + json ? JSON.parse(json) : undefined
}
