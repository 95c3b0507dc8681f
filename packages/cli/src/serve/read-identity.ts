import type { IdentityMode, IdentityOptions } from '@firstwin/collector'
import { UsageError } from '../errors.ts'
import { readSecretFile, readTextFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'

export const IDENTITY_MODES: readonly IdentityMode[] = ['off', 'observe', 'enforce']

/**
 * How users prove who they are; `undefined` where nothing was said of it. Who gives a secret and no
 * mode means that it is to count.
 *
 * @throws {UsageError} If the mode is none, or a file cannot be read.
 */
export function readIdentity(input: Input, world: World): IdentityOptions | undefined {
  const secrets = input.all('identity-secret-file').map((file) => readSecretFile(file, world))
  const publicKeys = input.all('identity-public-key-file').map((file) => readTextFile(file, world))
  const text = input.one('identity')
  const hasKeys = secrets.length + publicKeys.length > 0
  if (text === undefined && !hasKeys) return undefined
  const mode = IDENTITY_MODES.find((known) => known === (text ?? 'enforce'))
  if (!mode) throw new UsageError(`--identity ${text} is not known: off, observe and enforce are.`)
  return { mode, secrets, publicKeys, audience: input.one('identity-audience') }
}
