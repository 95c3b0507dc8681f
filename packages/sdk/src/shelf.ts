import {
  restoreMemory,
  restoreSession,
  toStored,
  type Facts,
  type Loaded,
  type Memory,
  type State,
} from '@firstwin/engine'
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
  forget: () => void
}

export function createShelf({ journey, store, sessions, facts, newId }: ShelfOptions): Shelf {
  const base = `fw:j:${journey.id}:`
  const sessionKey = `${base}session`
  const visitorKey = `${base}visitor`
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

  function startAnew(): void {
    state = { memory: recall(), session: restoreSession(undefined, newId) }
  }

  return {
    read() {
      if (store.get(key) !== saved) state = { ...state, memory: recall() }
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
      const next = userId === undefined ? visitorKey : `${base}user:${userId}`
      if (next === key) return false
      const before = key === visitorKey ? state.memory : undefined
      key = next
      if (!before) {
        startAnew()
        return false
      }
      visitor = hasDone(before) ? before : undefined
      if (!visitor) store.remove(visitorKey)
      const memory = recall()
      const firstSeenAt = Math.min(memory.firstSeenAt, before.firstSeenAt)
      state = { ...state, memory: { ...memory, firstSeenAt } }
      return visitor !== undefined
    },
    merge(join) {
      if (!visitor) return
      state = { ...state, memory: join(state.memory, visitor) }
      visitor = undefined
      store.remove(visitorKey)
    },
    forget() {
      for (const one of [key, visitorKey]) store.remove(one)
      sessions.remove(sessionKey)
      key = visitorKey
      startAnew()
    },
  }
}

/** Whether there is more than a first visit. */
function hasDone({ events, wins, guides, seen }: Memory): boolean {
  return [events, wins, guides, seen].some((record) => Object.keys(record).length > 0)
}
