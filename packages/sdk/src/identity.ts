import { hashOf } from '@firstwin/engine'
import type { TextStore } from './report/text-store.ts'

type Traits = Readonly<Record<string, unknown>>

/** A short-lived JWT that says who the user is, or the function that fetches one. */
export type Token = string | (() => string | PromiseLike<string>)

/** Who is in front of the page. Traits live in memory only: they are never stored. */
export interface Identity {
  readonly anonymousId: () => string
  readonly userId: () => string | undefined
  readonly groupId: () => string | undefined
  /** Of the account and of the user; the user's win where both have one. */
  readonly traits: () => Traits
  /** Returns whether this is another user than before, who must not inherit the visitor's id. */
  readonly identify: (userId: string, traits?: Traits, token?: Token) => 'same' | 'first' | 'other'
  /**
   * The token of this user, in memory only; `undefined` where `identify` was given none. A function
   * of the host's is asked each time, and may throw or reject: keep what it gives.
   */
  readonly token: () => string | PromiseLike<string> | undefined
  /** Whether `identify` was given one. */
  readonly signs: () => boolean
  readonly group: (groupId: string, traits?: Traits) => void
  readonly reset: () => void
}

/** Holds the id, and a hash of the user whom it belongs to. */
const KEY = 'fw:visitor'

export function createIdentity(store: TextStore, newId: () => string): Identity {
  let userId: string | undefined
  let groupId: string | undefined
  let userTraits: Traits = {}
  let groupTraits: Traits = {}
  let source: Token | undefined

  function anonymousId(): string {
    const [id = newId(), owner = ''] = store.get(KEY)?.split(' ') ?? []
    const own = userId === undefined ? owner : hashOf(userId)
    // Another user of this device must not inherit what the first did before they had a name.
    const theirs = owner && own !== owner ? newId() : id
    store.set(KEY, `${theirs} ${own}`)
    return theirs
  }

  function reset(): void {
    store.remove(KEY)
    userId = undefined
    groupId = undefined
    userTraits = {}
    groupTraits = {}
    source = undefined
  }

  return {
    anonymousId,
    reset,
    userId: () => userId,
    groupId: () => groupId,
    traits: () => ({ ...groupTraits, ...userTraits }),
    token: () => (typeof source === 'function' ? source() : source),
    signs: () => source !== undefined,
    identify(id, traits = {}, token = undefined) {
      const before = userId
      if (before !== undefined && before !== id) reset()
      source = token ?? source
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
