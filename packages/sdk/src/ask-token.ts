import type { Identity } from './identity.ts'

/**
 * The token of this user, now; `undefined` where `identify` was given none. A function of the host's is
 * asked each time, and may throw or reject: keep what it gives.
 */
export function askToken({
  token,
}: Pick<Identity, 'token'>): string | PromiseLike<string> | undefined {
  const source = token()
  return typeof source === 'function' ? source() : source
}
