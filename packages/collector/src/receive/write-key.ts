import { createHash } from 'node:crypto'
import type { IdentityOptions } from '../identity/identity-options.ts'
import type { Origins } from './origin.ts'

/** A product: its public key, which may write and never read, and the pages that may use it. */
export interface WriteKey {
  readonly key: string
  readonly origins: Origins
  /**
   * The product's secret, of at least 16 characters: reads its results, exports and deletes its
   * users, and sends events that are believed without an identity token. For servers only.
   */
  readonly secret?: string | undefined
  /** Who its users are. @default what the collector says for all products */
  readonly identity?: IdentityOptions | undefined
}

/** Somebody who may send for a product. */
export interface Sender {
  readonly product: WriteKey
  /** Whether they have shown the product's secret. */
  readonly trusted: boolean
}

/**
 * Finds out for whom a request sends: `writeKey` is what stands in the body, which may be the secret
 * itself; `shown` is the key in the header. `undefined` if it is none of ours.
 */
export type FindSender = (writeKey: string, shown: string | undefined) => Sender | undefined

/** Looks secrets up by their hash: how long that takes tells nothing of them. */
export function createFindSender(keys: readonly WriteKey[]): FindSender {
  const products = new Map(keys.map((product) => [product.key, product]))
  const bySecret = new Map(
    keys.flatMap((product) =>
      product.secret === undefined ? [] : [[digest(product.secret), product] as const],
    ),
  )
  const owner = (secret: string) => (bySecret.size > 0 ? bySecret.get(digest(secret)) : undefined)

  return (writeKey, shown) => {
    const product = products.get(writeKey)
    if (!product) {
      const owned = owner(writeKey)
      return owned && { product: owned, trusted: true }
    }
    const trusted = shown !== undefined && shown !== writeKey && owner(shown) === product
    return { product, trusted }
  }
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
