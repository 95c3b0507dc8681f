import { createHash, sign, type KeyObject } from 'node:crypto'

/** What a manifest says besides the hash. Times are seconds since 1970. */
export interface Claims {
  /** Origins of the pages that the journey is for. */
  readonly aud: readonly string[]
  readonly iat: number
  readonly exp: number
  readonly seq: number
}

/**
 * The file that pages with `trust` take: the manifest, its signature and the journey, each as a text, so
 * that no cache can mix two versions. What is signed is the manifest's text; that names the journey's bytes.
 */
export function signJourney(journey: string, claims: Claims, key: KeyObject): string {
  const sha256 = createHash('sha256').update(journey).digest('hex')
  const manifest = JSON.stringify({ v: 1, ...claims, sha256 })
  const signature = sign(null, Buffer.from(manifest), key).toString('base64')
  return JSON.stringify({ manifest, signature, journey })
}
