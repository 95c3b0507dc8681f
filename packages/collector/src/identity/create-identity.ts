import { checkIdentity, type IdentityMode, type IdentityOptions } from './identity-options.ts'
import { createVerifyToken, type TokenResult } from './verify-token.ts'

/** A write key as far as identity knows it. */
export interface IdentityKey {
  readonly key: string
  /** Instead of the collector's own. Products that share one share their users. */
  readonly identity?: IdentityOptions | undefined
}

export interface IdentityConfig {
  /** Of the write keys that have none of their own. @default off */
  readonly identity?: IdentityOptions | undefined
  readonly keys: readonly IdentityKey[]
  /** Ms since 1970. */
  readonly now: () => number
  /** Told what became of each token that was looked at, to be counted. */
  readonly onToken?: ((result: TokenResult) => void) | undefined
}

/**
 * What may come of an event because of the user it names: `proven` or about nobody in particular;
 * `unproven`: kept, to be counted; `refused`: rejected with the code `identity`.
 */
export type Claim = 'proven' | 'unproven' | 'refused'

/** Knows who users are, product by product. */
export interface Identity {
  readonly mode: (writeKey: string) => IdentityMode
  /** Who a token says that the user is. Never rejects. With `off`, no token says anything. */
  readonly verify: (writeKey: string, token: string | undefined) => Promise<TokenResult>
  /** What judges the user id of each event of a batch whose token said this. */
  readonly claims: (writeKey: string, who: TokenResult) => (userId: string | undefined) => Claim
}

/** A guest whom the product gave an id of this very form is nobody who could be impersonated. */
const GUEST = /^anon-[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** @throws {CollectorSetupError} If no token could ever be valid, or a secret can be guessed. */
export function createIdentity({ identity, keys, now, onToken }: IdentityConfig): Identity {
  const off: IdentityOptions = { mode: 'off' }
  const byKey = new Map(
    keys.map((one) => {
      const options = one.identity ?? identity ?? off
      checkIdentity(options)
      return [one.key, { mode: options.mode, verifyToken: createVerifyToken(options) }] as const
    }),
  )
  const mode = (writeKey: string): IdentityMode => byKey.get(writeKey)?.mode ?? 'off'

  async function verify(writeKey: string, token: string | undefined): Promise<TokenResult> {
    const found = byKey.get(writeKey)
    if (!found || found.mode === 'off') return { ok: false, reason: 'missing' }
    const result = await found.verifyToken(token, now())
    onToken?.(result)
    return result
  }

  function claims(writeKey: string, who: TokenResult) {
    const wanted = mode(writeKey)
    const sub = who.ok ? who.sub : undefined
    const otherwise = wanted === 'enforce' ? 'refused' : 'unproven'
    return (userId: string | undefined): Claim => {
      if (wanted === 'off' || userId === undefined || userId === sub) return 'proven'
      return GUEST.test(userId) ? 'proven' : otherwise
    }
  }

  return { mode, verify, claims }
}
