import type { CollectorOptions } from './collector.ts'
import { CollectorSetupError } from './errors.ts'
import { MAX_READ_KEY_BYTES } from './read/read-guard.ts'
import { isOrigin } from './receive/origin.ts'
import type { WriteKey } from './receive/write-key.ts'

/** Short enough to be typed once, too long to be guessed at the ten tries a minute that there are. */
const LEAST_SECRET = 16

/** @throws {CollectorSetupError} If a key, an origin, a path or a number cannot be right. */
export function checkOptions({ keys, readKey, basePath, trustProxy, limits }: CollectorOptions) {
  if (keys.length === 0) {
    throw new CollectorSetupError('`keys` is empty: give at least one write key and its origins.')
  }
  for (const product of keys) checkProduct(product)
  checkTwice(keys.map(({ key }) => key))
  checkSecret('The read key', readKey, keys)
  if (basePath !== undefined && basePath !== '' && !/^(?:\/[\w.~-]+)+$/.test(basePath)) {
    throw new CollectorSetupError(
      `\`basePath\` is "${basePath}": it begins with a slash and does not end with one, as /firstwin.`,
    )
  }
  if (trustProxy !== undefined && !(Number.isInteger(trustProxy) && trustProxy >= 0)) {
    throw new CollectorSetupError('`trustProxy` is the number of your proxies: 0, 1, 2 …')
  }
  for (const [name, limit] of Object.entries(limits ?? {})) checkLimit(name, limit)

  function checkProduct(product: WriteKey): void {
    checkOrigins(product)
    checkSecret(`The secret of "${product.key}"`, product.secret, keys)
    if (product.secret === undefined || product.secret !== readKey) return
    throw new CollectorSetupError(
      `The secret of "${product.key}" is also the read key, which opens all products: take another.`,
    )
  }
}

function checkOrigins({ key, origins }: WriteKey): void {
  if (key === '') throw new CollectorSetupError('A write key is empty: give each one a name.')
  const wrong = origins === '*' ? undefined : origins.find((origin) => !isOrigin(origin))
  if (wrong === undefined) return
  throw new CollectorSetupError(
    `The origin "${wrong}" of the write key "${key}" is not one: write it as browsers do, ` +
      'for example https://app.example.com, without a path or a slash at the end.',
  )
}

function checkTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return
  throw new CollectorSetupError(`The write key "${twice}" is there twice: leave one of them out.`)
}

function checkSecret(what: string, secret: string | undefined, keys: readonly WriteKey[]): void {
  if (secret === undefined) return
  if (secret.length < LEAST_SECRET) {
    throw new CollectorSetupError(
      `${what} has fewer than ${LEAST_SECRET} characters: make a long random one, for ` +
        'example with `openssl rand -hex 24`.',
    )
  }
  if (Buffer.byteLength(secret) > MAX_READ_KEY_BYTES) {
    throw new CollectorSetupError(
      `${what} has more than ${MAX_READ_KEY_BYTES} bytes: take a shorter one.`,
    )
  }
  if (keys.some(({ key }) => key === secret)) {
    throw new CollectorSetupError(`${what} is also a write key, which is public: take another.`)
  }
}

function checkLimit(name: string, limit: unknown): void {
  const numbers = typeof limit === 'object' && limit !== null ? Object.values(limit) : [limit]
  if (numbers.every((number) => typeof number === 'number' && number > 0)) return
  throw new CollectorSetupError(`\`limits.${name}\` is not a positive number.`)
}
