import type { CollectorOptions } from '@firstwin/collector'
import { UsageError } from '../errors.ts'
import { dataFolder } from '../open-store.ts'
import { readSecretFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'
import { keptSecret } from './kept-secret.ts'

export interface Keys {
  readonly options: Required<Pick<CollectorOptions, 'keys' | 'readKey'>>
  /** Where the read key is kept, as the reader would write it; `undefined` if they gave it. */
  readonly readKeyFile: string | undefined
}

/**
 * The keys that were given; those that were not are made, and kept in the data folder.
 *
 * @throws {UsageError} If a file of a key is missing, or open to all.
 */
export function readKeys(input: Input, world: World): Keys {
  const origins = input.has('origin') ? input.all('origin') : ('*' as const)
  const { readKey, file } = readReadKey(input, world)
  const keys = writeKeys(input, world).map((key) => ({ key, origins }))
  return { options: { keys, readKey }, readKeyFile: file }
}

/** The write keys that were given, or the one that is kept. */
export function writeKeys(input: Input, world: World): readonly string[] {
  const given = input.all('key')
  if (given.some((key) => key === '')) throw new UsageError('--key is empty: give a write key.')
  if (given.length > 0) return given
  const folder = dataFolder(input)
  return [keptSecret({ folder, name: 'write-key', prefix: 'pk_live_' }, world).secret]
}

function readReadKey(input: Input, world: World) {
  const given = input.one('FIRSTWIN_READ_KEY')
  if (given !== undefined) return { readKey: given, file: undefined }
  const named = input.one('read-key-file')
  if (named !== undefined) return { readKey: readSecretFile(named, world), file: named }
  const { secret, file } = keptSecret({ folder: dataFolder(input), name: 'read-key' }, world)
  return { readKey: secret, file }
}
