import type { CollectorOptions, WriteKey } from '@firstwin/collector'
import { dataFolder } from '../open-store.ts'
import { readSecretFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'
import { readProducts } from './read-products.ts'
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
  const read = secretOf('read-key', input, world)
  const products = input.one('products')
  const keys = products === undefined ? oneProduct(input, world) : readProducts(products, world)
  return { options: { readKey: read.secret, keys }, readKeyFile: read.file }
}

function oneProduct(input: Input, world: World): readonly WriteKey[] {
  const origins = input.has('origin') ? input.all('origin') : ('*' as const)
  const server = secretOf('server-key', input, world)
  return [{ key: writeKey(input, world), origins, secret: server.secret }]
}

/**
 * The product that a command is about: that of `--key`, or of the data folder.
 *
 * @throws {UsageError} If neither is there.
 */
export function productKey(input: Input, world: World): string {
  return input.one('key') ?? foundSecret(dataFolder(input), 'write-key', world)
}

function writeKey(input: Input, world: World): string {
  const folder = dataFolder(input)
  return (
    input.one('key') ?? keptSecret({ folder, name: 'write-key', prefix: 'pk_live_' }, world).secret
  )
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
