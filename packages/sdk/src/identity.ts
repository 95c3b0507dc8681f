import type { TextStore } from './report/text-store.ts'

type Traits = Readonly<Record<string, unknown>>

/** Who is in front of the page. Traits live in memory only: they are never stored. */
export interface Identity {
  readonly anonymousId: () => string
  readonly userId: () => string | undefined
  readonly groupId: () => string | undefined
  /** Of the account and of the user; the user's win where both have one. */
  readonly traits: () => Traits
  /** Returns whether this is another user than before, who must not inherit the visitor's id. */
  readonly identify: (userId: string, traits?: Traits) => 'same' | 'first' | 'other'
  readonly group: (groupId: string, traits?: Traits) => void
  readonly reset: () => void
}

const KEY = 'fw:visitor'

export function createIdentity(store: TextStore, newId: () => string): Identity {
  let userId: string | undefined
  let groupId: string | undefined
  let userTraits: Traits = {}
  let groupTraits: Traits = {}

  function anonymousId(): string {
    const id = store.get(KEY) ?? newId()
    store.set(KEY, id)
    return id
  }

  function reset(): void {
    store.remove(KEY)
    userId = undefined
    groupId = undefined
    userTraits = {}
    groupTraits = {}
  }

  return {
    anonymousId,
    reset,
    userId: () => userId,
    groupId: () => groupId,
    traits: () => ({ ...groupTraits, ...userTraits }),
    identify(id, traits = {}) {
      const before = userId
      if (before !== undefined && before !== id) reset()
      userTraits = { ...userTraits, ...traits }
      userId = id
      if (before === id) return 'same'
      return before === undefined ? 'first' : 'other'
    },
    group(id, traits = {}) {
      groupTraits = id === groupId ? { ...groupTraits, ...traits } : traits
      groupId = id
    },
  }
}
