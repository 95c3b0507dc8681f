import type { Problem } from '../answer.ts'
import { TRUSTED, type Claims, type Identity } from '../identity/create-identity.ts'
import { wrongToken } from '../identity/wrong-token.ts'
import type { Envelope } from './to-envelope.ts'
import type { Sender } from './write-key.ts'

/** What judges the events of a batch, or why it is not looked at. */
export type Proof = { ok: true; claims: Claims } | { ok: false; problem: Problem }

/** Who the users of a batch may be, and of which groups. Whoever has shown the product's secret is believed. */
export async function prove(
  { token }: Envelope,
  { product, trusted }: Sender,
  identity: Identity,
): Promise<Proof> {
  if (trusted) return { ok: true, claims: TRUSTED }
  const mode = identity.mode(product.key)
  const who = await identity.verify(product.key, token)
  // One that has run out is no reason to lose what came with it: the sender gets another.
  const isInvalid = !who.ok && who.reason !== 'missing'
  if (mode === 'enforce' && isInvalid) return { ok: false, problem: wrongToken(who.reason) }
  return { ok: true, claims: identity.claims(product.key, who) }
}
