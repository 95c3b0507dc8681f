import { attempt } from './attempt.ts'
import { SIGNED_KEY } from './keep-event.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

export interface TokensOptions {
  identity: { readonly userId: () => string | undefined; readonly token: () => unknown }
  /** Gives the token, or fetches it; may throw or reject. */
  askToken: () => unknown
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
  /**
   * The endpoint did not take this one: another is asked for. An answer that comes late, to one that
   * was replaced meanwhile, says nothing of the new one.
   */
  refuse: (used: string | undefined) => void
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
  const { identity, storage, now } = options
  let user: string | undefined
  let token: string | undefined
  let refused: string | undefined
  let askedAt = Number.NEGATIVE_INFINITY

  const take = (value: unknown): void => {
    if (typeof value === 'string' && value && value !== refused) token = value
  }

  async function wait(value: unknown): Promise<void> {
    const wanted = user
    const given = await Promise.resolve(value).catch(() => undefined)
    if (wanted !== user) return
    take(given)
    if (token === undefined) options.retry(ASK_AGAIN_MS)
    else options.onToken()
  }

  function ask(): void {
    askedAt = now()
    const value = attempt(options.askToken)
    take(value)
    if (token === undefined) void wait(value)
  }

  function look(): void {
    const isOther = identity.userId() !== user
    if (isOther) {
      user = identity.userId()
      token = undefined
      refused = undefined
    }
    mark(identity, storage)
    const isDue = isOther || now() - askedAt >= ASK_AGAIN_MS
    if (identity.token() && token === undefined && isDue) ask()
  }

  return {
    now() {
      look()
      return token
    },
    refuse(used) {
      if (used !== token) return
      refused = used
      token = undefined
      look()
    },
    mayGo(text) {
      look()
      const event: WireEvent | undefined = attempt(() => JSON.parse(text))
      const userId = event?.userId
      if (userId === undefined || !storage.get(SIGNED_KEY)) return true
      return userId === user && token !== undefined
    },
  }
}

/** Users of this device are known by tokens, until one is known without. */
function mark(identity: TokensOptions['identity'], storage: TextStore): void {
  const isMarked = storage.get(SIGNED_KEY) !== undefined
  const hasToken = Boolean(identity.token())
  if (hasToken && !isMarked) storage.set(SIGNED_KEY, '1')
  if (!hasToken && isMarked && identity.userId() !== undefined) storage.remove(SIGNED_KEY)
}
