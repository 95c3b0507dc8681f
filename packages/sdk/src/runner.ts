import {
  mergeMemory,
  restoreMemory,
  restoreSession,
  takeTurn,
  type Facts,
  type Loaded,
  type Outcome,
  type Signal,
  type State,
} from '@firstwin/engine'
import type { TextStore } from './report/text-store.ts'

export interface RunnerOptions {
  journey: Loaded
  /** Keeps what users did, across sessions. */
  memories: TextStore
  /** Keeps what this tab shows, until it is closed. */
  sessions: TextStore
  facts: () => Facts
  newId: () => string
  onOutcome: (outcome: Outcome) => void
}

/** Runs the engine for one user at a time, and keeps what it remembers on the device at once. */
export interface Runner {
  /** `at`: when it happened, if that is not now. */
  signal: (signal: Signal, at?: number) => void
  /** Whether the journey has something with this id that can be started. */
  knows: (id: string) => boolean
  /** Goes on as this user; `undefined` is the visitor without a name. */
  become: (userId: string | undefined) => void
  /** Forgets the present user and the visitor on this device. */
  forget: () => void
}

const VISITOR = 'visitor'

export function createRunner(options: RunnerOptions): Runner {
  const { journey, memories, sessions, facts } = options
  const sessionKey = `fw:${journey.id}:session`
  const keyOf = (userId: string | undefined): string =>
    `fw:${journey.id}:${userId === undefined ? VISITOR : `user:${userId}`}`

  let key = keyOf(undefined)
  let saved: string | undefined
  let state: State = {
    memory: recall(key),
    session: restoreSession(parse(sessions.get(sessionKey)), options.newId),
  }
  const turns: (() => void)[] = []
  const { guides, setups, surveys, messages } = journey
  const startable = [...guides, ...setups, ...surveys, ...messages]

  function recall(from: string): State['memory'] {
    saved = memories.get(from)
    return restoreMemory(parse(saved), facts().now)
  }

  /** Another tab may have gone on with the same user meanwhile: what it wrote is the newer truth. */
  function catchUp(): void {
    if (memories.get(key) !== saved) state = { ...state, memory: recall(key) }
  }

  function save(): void {
    const text = JSON.stringify(state.memory)
    if (text !== saved) memories.set(key, text)
    saved = text
    sessions.set(sessionKey, JSON.stringify(state.session))
  }

  function turn(signal: Signal, at: number | undefined): void {
    catchUp()
    const now = facts()
    const world = { journey, facts: at === undefined ? now : { ...now, now: at } }
    const outcome = takeTurn(state, signal, world)
    state = outcome.state
    save()
    options.onOutcome(outcome)
  }

  return {
    /** A callback of the host may signal again while a turn is being told: that waits for its end. */
    signal(signal, at) {
      turns.push(() => turn(signal, at))
      if (turns.length > 1) return
      while (turns[0]) {
        try {
          turns[0]()
        } finally {
          turns.shift()
        }
      }
    },
    knows: (id) => startable.some((part) => part.id === id),
    become(userId) {
      const next = keyOf(userId)
      if (next === key) return
      const visitor = key === keyOf(undefined) ? state.memory : undefined
      key = next
      const memory = recall(key)
      if (visitor) {
        memories.remove(keyOf(undefined))
        state = { ...state, memory: mergeMemory(memory, visitor) }
      } else state = { memory, session: restoreSession(undefined, options.newId) }
    },
    forget() {
      memories.remove(key)
      memories.remove(keyOf(undefined))
      sessions.remove(sessionKey)
      key = keyOf(undefined)
      state = { memory: recall(key), session: restoreSession(undefined, options.newId) }
    },
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
