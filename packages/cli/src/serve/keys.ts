import type { CollectorOptions } from '@firstwin/collector'
import { UsageError } from '../errors.ts'
import { dataFolder } from '../open-store.ts'
import { readSecretFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'
import { foundSecret, keptSecret } from './kept-secret.ts'

export interface Keys {
  readonly options: Required<Pick<CollectorOptions, 'keys' | 'readKey'>>
  /** Where the read key is kept, as the reader would write it; `undefined` if a variable holds it. */
  readonly readKeyFile: string | undefined
}

/**
 * The keys that were given; those that were not are made, and kept in the data folder.
 *
 * @throws {UsageError} If a file of a key is missing, or open to all.
 */
export function readKeys(input: Input, world: World): Keys {
  const origins = input.has('origin') ? input.all('origin') : ('*' as const)
  const read = secretOf('read-key', input, world)
  const server = secretOf('server-key', input, world)
  const [first = '', ...others] = writeKeys(input, world)
  return {
    options: {
      readKey: read.secret,
      // A secret belongs to one product: with several, the first one has it.
      keys: [
        { key: first, origins, secret: server.secret },
        ...others.map((key) => ({ key, origins })),
      ],
    },
    readKeyFile: read.file,
  }
}

/**
 * The product that a command is about: that of `--key`, or of the data folder.
 *
 * @throws {UsageError} If neither is there.
 */
export function productKey(input: Input, world: World): string {
  return input.one('key') ?? foundSecret(dataFolder(input), 'write-key', world)
}

function writeKeys(input: Input, world: World): readonly string[] {
  const given = input.all('key')
  if (given.some((key) => key === '')) throw new UsageError('--key is empty: give a write key.')
  if (given.length > 0) return given
  const folder = dataFolder(input)
  return [keptSecret({ folder, name: 'write-key', prefix: 'pk_live_' }, world).secret]
}

const VARIABLES = { 'read-key': 'FIRSTWIN_READ_KEY', 'server-key': 'FIRSTWIN_SERVER_KEY' } as const
const PREFIXES = { 'read-key': 'rk_', 'server-key': 'sk_' } as const

/** From the variable, the file that was named, or the one that is kept. */
function secretOf(name: 'read-key' | 'server-key', input: Input, world: World) {
  const given = input.one(VARIABLES[name])
  if (given !== undefined) return { secret: given, file: undefined }
  const named = input.one(`${name}-file`)
  if (named !== undefined) return { secret: readSecretFile(named, world), file: named }
  return keptSecret({ folder: dataFolder(input), name, prefix: PREFIXES[name] }, world)
}
