import { toBytes } from './bytes.ts'

/** One that signs, and the one that follows it while both are in use. */
const MOST_KEYS = 2

/**
 * The public keys of these texts, as far as they are some: the first two.
 * @returns `undefined` where the browser has no Ed25519.
 */
export async function importKeys(texts: readonly string[]): Promise<CryptoKey[] | undefined> {
  const keys: CryptoKey[] = []
  for (const text of texts.slice(0, MOST_KEYS)) {
    const bytes = toBytes(text)
    try {
      if (!bytes) continue
      keys.push(await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']))
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined
    }
  }
  return keys
}
