import { attempt } from './attempt.ts'
import { SIGNED_KEY } from './keep-event.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

export interface TokensOptions {
  identity: {
    readonly userId: () => string | undefined
    readonly token: () => unknown
    readonly signs: () => boolean
  }
  storage: TextStore
  /** Milliseconds, of a clock that is never set. */
  now: () => number
  /** Called when there is one that was waited for. */
  onToken: () => void
  /** Calls `onToken` after so many milliseconds: none has come, and it is time to ask again then. */
  retry: (ms: number) => void
}

export interface Tokens {
  /** The one of the user who is here, once it has come. Asks for it where that is due. */
  now: () => string | undefined
  /** The endpoint did not take it: another is asked for. */
  refuse: () => void
  /** Whether the event of this text may go: where tokens are used, a user's go with theirs only. */
  mayGo: (text: string) => boolean
}

/** A host whose tokens are refused is asked no more often. */
const ASK_AGAIN_MS = 60_000

/**
 * Keeps the token of the user who is here, in memory. What other users of this device did waits until
 * they are back with theirs, also on pages where nobody has signed in.
 */
export function createTokens(options: TokensOptions): Tokens {
  const { identity, storage, now, onToken, retry } = options
  let user: string | undefined
  let token: string | undefined
  let refused: string | undefined
  let askedAt = Number.NEGATIVE_INFINITY

  function take(wanted: string | undefined, value: unknown): void {
    if (wanted !== user || typeof value !== 'string' || !value || value === refused) return
    token = value
  }

  async function wait(wanted: string | undefined, value: unknown): Promise<void> {
    try {
      take(wanted, await value)
    } catch {
      // As one that gives none.
    }
    if (token === undefined) retry(ASK_AGAIN_MS)
    else onToken()
  }

  function ask(): void {
    askedAt = now()
    let value: unknown
    try {
      value = identity.token()
      take(user, value)
    } catch {
      // As one that gives none.
    }
    if (token === undefined) void wait(user, value)
  }

  function look(): void {
    const isSame = identity.userId() === user
    if (!isSame) {
      user = identity.userId()
      token = undefined
      refused = undefined
    }
    if (!identity.signs()) {
      if (user !== undefined) storage.remove(SIGNED_KEY)
      return
    }
    storage.set(SIGNED_KEY, '1')
    if (token === undefined && (!isSame || now() - askedAt >= ASK_AGAIN_MS)) ask()
  }

  return {
    now() {
      look()
      return token
    },
    refuse() {
      refused = token
      token = undefined
      look()
    },
    mayGo(text) {
      look()
      const event: WireEvent | undefined = attempt(() => JSON.parse(text))
      const userId = event?.userId
      const isUsed = identity.signs() || storage.get(SIGNED_KEY) !== undefined
      return userId === undefined || !isUsed || (userId === user && token !== undefined)
    },
  }
}
