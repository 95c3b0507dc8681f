import { hashOf } from '@firstwin/engine'
import type { TextStore } from './report/text-store.ts'

type Traits = Readonly<Record<string, unknown>>

/** A short-lived JWT that says who the user is, or the function that fetches one. */
export type Token = string | (() => string | PromiseLike<string>)

/**
 * Who is in front of the page. Traits live in memory; the device has them in the event that tells them,
 * until it is sent (see `createOutbox`).
 */
export interface Identity {
  readonly anonymousId: () => string
  readonly userId: () => string | undefined
  readonly groupId: () => string | undefined
  /** Of the account and of the user; the user's win where both have one. */
  readonly traits: () => Traits
  /** Returns whether this is another user than before, who must not inherit the visitor's id. */
  readonly identify: (userId: string, traits: Traits, token: Token | undefined) => boolean
  /** What `identify` was given to say the same to the collector. In memory only. */
  readonly token: () => Token | undefined
  readonly group: (groupId: string, traits: Traits) => void
  readonly reset: () => void
}

/** Holds the id, and a hash of the user whom it belongs to. */
const KEY = 'fw:visitor'

interface Who {
  readonly userId?: string
  readonly groupId?: string
  readonly user?: Traits
  readonly group?: Traits
  readonly token?: Token | undefined
}

export function createIdentity(store: TextStore, newId: () => string): Identity {
  let who: Who = {}

  function anonymousId(): string {
    const { userId } = who
    let [id = newId(), owner = ''] = store.get(KEY)?.split(' ') ?? []
    const own = userId ? hashOf(userId) : owner
    // Another user of this device must not inherit what the first did before they had a name.
    if (owner && own !== owner) id = newId()
    store.set(KEY, `${id} ${own}`)
    return id
  }

  function reset(): void {
    store.remove(KEY)
    who = {}
  }

  return {
    anonymousId,
    reset,
    userId: () => who.userId,
    groupId: () => who.groupId,
    traits: () => ({ ...who.group, ...who.user }),
    token: () => who.token,
    identify(userId, traits, token) {
      const isOther = who.userId !== undefined && who.userId !== userId
      if (isOther) reset()
      who = { ...who, userId, user: { ...who.user, ...traits }, token: token ?? who.token }
      return isOther
    },
    group(groupId, traits) {
      who = { ...who, groupId, group: { ...(groupId === who.groupId && who.group), ...traits } }
    },
  }
}
