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
 * What may come of something that an event says: `proven`; `open`: nobody asks for a proof;
 * `unproven`: kept, to be counted; `refused`.
 */
export type Claim = 'proven' | 'open' | 'unproven' | 'refused'

/** What judges the events of a batch by what is known of its sender. */
export interface Claims {
  /** That it was this user. Refused events are rejected with the code `identity`. */
  readonly user: (userId: string | undefined) => Claim
  /** That the user belongs to this group, and the group's traits. What is refused is left out. */
  readonly group: (groupId: string | undefined) => Claim
}

/** The claims of whoever has shown the product's secret. */
export const TRUSTED: Claims = { user: () => 'proven', group: () => 'proven' }

/** Knows who users are, product by product. */
export interface Identity {
  readonly mode: (writeKey: string) => IdentityMode
  /** Who a token says that the user is. Never rejects. With `off`, no token says anything. */
  readonly verify: (writeKey: string, token: string | undefined) => Promise<TokenResult>
  /** What judges each event of a batch whose token said this. */
  readonly claims: (writeKey: string, who: TokenResult) => Claims
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

  return { mode, verify, claims: (writeKey, who) => toClaims(mode(writeKey), who) }
}

const OTHERWISE = { off: 'open', observe: 'unproven', enforce: 'refused' } as const

function toClaims(mode: IdentityMode, who: TokenResult): Claims {
  const otherwise = OTHERWISE[mode]
  return {
    user(userId) {
      if (userId === undefined) return 'open'
      if (who.ok && who.sub === userId) return 'proven'
      return GUEST.test(userId) ? 'open' : otherwise
    },
    group(groupId) {
      if (groupId === undefined) return 'open'
      return who.ok && who.groups.includes(groupId) ? 'proven' : otherwise
    },
  }
}
