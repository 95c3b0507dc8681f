import {
  restoreMemory,
  restoreSession,
  toStored,
  type Facts,
  type Loaded,
  type Memory,
  type Session,
  type State,
} from '@firstwin/engine'
import { memoryKey } from './memory-key.ts'
import type { TextStore } from './report/text-store.ts'

export interface ShelfOptions {
  journey: Loaded
  store: TextStore
  sessions: TextStore
  facts: () => Pick<Facts, 'now'>
  newId: () => string
}

/** Where the state of the present user stands, on the device. */
export interface Shelf {
  /** As it is now: another tab may have gone on with the same user meanwhile. */
  read: () => State
  write: (state: State) => void
  /** Goes on as this user; true where a visitor did something that has to be merged. */
  become: (userId: string | undefined) => boolean
  /** Joins what the visitor did with what is known of the user. Until then it stays on the device. */
  merge: (join: (user: Memory, visitor: Memory) => Memory) => void
  /** Forgets this user and the visitor; another user who is here by now is left alone. */
  forget: (userId: string | undefined) => void
}

export function createShelf({ journey, store, sessions, facts, newId }: ShelfOptions): Shelf {
  const keyOf = (userId?: string): string => memoryKey(journey.id, userId)
  const visitorKey = keyOf()
  const sessionKey = `fw:j:${journey.id}:session`
  let key = visitorKey
  let saved: string | undefined
  let visitor: Memory | undefined
  let state: State = {
    memory: recall(),
    session: restoreSession(sessions.get(sessionKey), newId),
  }

  function recall(): Memory {
    saved = store.get(key)
    return restoreMemory(saved, facts().now)
  }

  function startAnew(session?: Session): void {
    state = { memory: recall(), session: session ?? restoreSession(undefined, newId) }
  }

  return {
    read() {
      if (store.get(key) !== saved) state = { ...state, memory: rejoin(state.memory, recall()) }
      return state
    },
    write(next) {
      state = next
      const text = toStored(state.memory)
      if (text !== saved) store.set(key, text)
      saved = text
      sessions.set(sessionKey, toStored(state.session))
    },
    become(userId) {
      const next = keyOf(userId)
      if (next === key) return false
      const before = key === visitorKey ? state.memory : undefined
      key = next
      visitor = before && hasDone(before) ? before : undefined
      startAnew(before && state.session)
      if (before) {
        if (!visitor) store.remove(visitorKey)
        state.memory.firstSeenAt = Math.min(state.memory.firstSeenAt, before.firstSeenAt)
      }
      return visitor !== undefined
    },
    merge(join) {
      if (visitor) store.remove(visitorKey)
      if (visitor) state = { ...state, memory: join(state.memory, visitor) }
      visitor = undefined
    },
    forget(userId) {
      const theirs = keyOf(userId)
      for (const one of [theirs, visitorKey]) store.remove(one)
      if (key !== theirs && key !== visitorKey) return
      key = visitorKey
      startAnew()
    },
  }
}

/**
 * What another tab has written, and what was reached here while it did: tabs that write in the same
 * moment do not see each other. Not where the user has been forgotten meanwhile.
 */
function rejoin(ours: Memory, theirs: Memory): Memory {
  if (ours.firstSeenAt !== theirs.firstSeenAt) return theirs
  const wins = { ...ours.wins, ...theirs.wins }
  return { ...theirs, wins, celebrated: { ...ours.celebrated, ...theirs.celebrated } }
}

/** Whether there is more than a first visit. */
function hasDone({ events, wins, guides, seen }: Memory): boolean {
  return [events, wins, guides, seen].some((record) => Object.keys(record).length > 0)
}
