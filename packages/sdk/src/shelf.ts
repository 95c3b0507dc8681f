import {
  mergeMemory,
  restoreMemory,
  restoreSession,
  type Facts,
  type Loaded,
  type State,
} from '@firstwin/engine'
import { attempt } from './report/attempt.ts'
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
  become: (userId: string | undefined) => void
  forget: () => void
}

export function createShelf({ journey, store, sessions, facts, newId }: ShelfOptions): Shelf {
  const base = `fw:${journey.id}:`
  const sessionKey = `${base}session`
  const visitorKey = `${base}visitor`
  let key = visitorKey
  let saved: string | undefined
  let state: State = {
    memory: recall(),
    session: restoreSession(parse(sessions.get(sessionKey)), newId),
  }

  function recall(): State['memory'] {
    saved = store.get(key)
    return restoreMemory(parse(saved), facts().now)
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
      const text = JSON.stringify(state.memory)
      if (text !== saved) store.set(key, text)
      saved = text
      sessions.set(sessionKey, JSON.stringify(state.session))
    },
    become(userId) {
      const next = userId === undefined ? visitorKey : `${base}user:${userId}`
      if (next === key) return
      const visitor = key === visitorKey ? state.memory : undefined
      key = next
      if (!visitor) {
        startAnew()
        return
      }
      store.remove(visitorKey)
      state = { ...state, memory: mergeMemory(recall(), visitor) }
    },
    forget() {
      for (const one of [key, visitorKey]) store.remove(one)
      sessions.remove(sessionKey)
      key = visitorKey
      startAnew()
    },
  }
}

function parse(text: string | undefined): unknown {
  return text && attempt((): unknown => JSON.parse(text))
}
