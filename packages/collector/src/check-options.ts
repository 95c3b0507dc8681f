import { CollectorSetupError } from './errors.ts'
import { MAX_READ_KEY_BYTES } from './read/read-guard.ts'
import { isOrigin } from './receive/origin.ts'
import type { WriteKey } from './receive/receive-batch.ts'

/** Short enough to be typed once, too long to be guessed at the ten tries a minute that there are. */
const LEAST_READ_KEY = 16

/** @throws {CollectorSetupError} If a key or an origin cannot be right. */
export function checkOptions(keys: readonly WriteKey[], readKey: string | undefined): void {
  if (keys.length === 0) {
    throw new CollectorSetupError('`keys` is empty: give at least one write key and its origins.')
  }
  for (const { key, origins } of keys) {
    if (key === '') throw new CollectorSetupError('A write key is empty: give each one a name.')
    const wrong = origins === '*' ? undefined : origins.find((origin) => !isOrigin(origin))
    if (wrong === undefined) continue
    throw new CollectorSetupError(
      `The origin "${wrong}" of the write key "${key}" is not one: write it as browsers do, ` +
        'for example https://app.example.com, without a path or a slash at the end.',
    )
  }
  checkReadKey(keys, readKey)
}

function checkReadKey(keys: readonly WriteKey[], readKey: string | undefined): void {
  if (readKey === undefined) return
  if (readKey.length < LEAST_READ_KEY) {
    throw new CollectorSetupError(
      `The read key has fewer than ${LEAST_READ_KEY} characters: make a long random one, for ` +
        'example with `openssl rand -hex 24`.',
    )
  }
  if (Buffer.byteLength(readKey) > MAX_READ_KEY_BYTES) {
    throw new CollectorSetupError(
      `The read key has more than ${MAX_READ_KEY_BYTES} bytes: take a shorter one.`,
    )
  }
  if (keys.some(({ key }) => key === readKey)) {
    throw new CollectorSetupError(
      'The read key is also a write key, which is public: take another.',
    )
  }
}
