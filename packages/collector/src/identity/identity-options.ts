import { createPublicKey } from 'node:crypto'
import { CollectorSetupError, reasonOf } from '../errors.ts'

/**
 * How the collector knows that a user is who a page says. The product's server signs a short-lived
 * token (a JWT) for whoever is signed in; pages send it along with their events.
 */
export interface IdentityOptions {
  /**
   * `off`: tokens are not looked at, and no progress is kept. `observe`: events without a valid
   * token are kept, and counted. `enforce`: they are refused.
   */
  readonly mode: IdentityMode
  /** For HS256, at least 32 bytes each. Two while one takes the place of the other. */
  readonly secrets?: readonly string[] | undefined
  /** For EdDSA: Ed25519 public keys in PEM. Two while one takes the place of the other. */
  readonly publicKeys?: readonly string[] | undefined
  /** What `aud` of a token must name. @default none: `aud` is not looked at */
  readonly audience?: string | undefined
}

export type IdentityMode = 'off' | 'observe' | 'enforce'

/** An HMAC with SHA-256 is no stronger than its key: RFC 7518 asks for the length of the hash. */
const LEAST_SECRET_BYTES = 32
/** One that is valid, and one that follows it. */
const MOST_KEYS = 2

/** @throws {CollectorSetupError} If no token could ever be valid, or a secret can be guessed. */
export function checkIdentity({ mode, secrets = [], publicKeys = [] }: IdentityOptions): void {
  if (mode === 'off') return
  if (secrets.length + publicKeys.length === 0) {
    throw new CollectorSetupError('`identity` has no secrets and no public keys: give one.')
  }
  if (secrets.length > MOST_KEYS || publicKeys.length > MOST_KEYS) {
    throw new CollectorSetupError('`identity` has more than two keys of a kind: remove old ones.')
  }
  if (secrets.some((secret) => Buffer.byteLength(secret) < LEAST_SECRET_BYTES)) {
    throw new CollectorSetupError(
      `A secret of \`identity\` has fewer than ${LEAST_SECRET_BYTES} bytes: make a random one, for ` +
        'example with `openssl rand -hex 32`.',
    )
  }
  publicKeys.forEach((key) => checkPublicKey(key))
}

function checkPublicKey(pem: string): void {
  let type: string | undefined
  try {
    // A private key would pass as the public one that is in it: it has no place here.
    type = pem.includes('PRIVATE') ? 'private' : createPublicKey(pem).asymmetricKeyType
  } catch (error) {
    throw new CollectorSetupError(
      `A public key of \`identity\` cannot be read: ${reasonOf(error)}.`,
    )
  }
  if (type !== 'ed25519') {
    throw new CollectorSetupError(`A public key of \`identity\` is ${type}: Ed25519 is expected.`)
  }
}
