import type { IdentityMode, WriteKey } from '@firstwin/collector'
import { reasonOf, UsageError } from '../errors.ts'
import { readSecretFile, readTextFile } from '../read-file.ts'
import type { World } from '../world.ts'
import { IDENTITY_MODES } from './read-identity.ts'

type Fields = Readonly<Record<string, unknown>>

const KEYS = ['key', 'origins', 'serverKeyFile', 'identity']
const IDENTITY_KEYS = ['mode', 'secretFiles', 'publicKeyFiles', 'audience']

/**
 * The products in a file: a list of `{ key, origins, serverKeyFile?, identity? }`, as in
 * docs/collector.md. Secrets are in files of their own.
 *
 * @throws {UsageError} If it cannot be read, or something in it is not known.
 */
export function readProducts(file: string, world: World): readonly WriteKey[] {
  const list = parse(readTextFile(file, world), file)
  if (!Array.isArray(list) || list.length === 0) {
    throw new UsageError(
      `${file}: a list of products is expected: [{"key": "…", "origins": ["…"]}]`,
    )
  }
  return list.map((product: unknown, index) => {
    const place = `${file}, product ${index + 1}`
    return toProduct(fieldsOf(product, KEYS, place), place, world)
  })
}

function toProduct(fields: Fields, place: string, world: World): WriteKey {
  const { serverKeyFile, identity } = fields
  const key = textIn(fields, 'key', place)
  const origins = fields['origins'] === '*' ? ('*' as const) : textsIn(fields, 'origins', place)
  if (key === undefined) throw new UsageError(`${place}: \`key\` is missing.`)
  if (origins.length === 0) {
    throw new UsageError(`${place}: \`origins\` is missing: a list, or "*".`)
  }
  return {
    key,
    origins,
    ...(serverKeyFile === undefined
      ? {}
      : { secret: readSecretFile(textIn(fields, 'serverKeyFile', place) ?? '', world) }),
    ...(identity === undefined
      ? {}
      : {
          identity: toIdentity(
            fieldsOf(identity, IDENTITY_KEYS, `${place}, identity`),
            place,
            world,
          ),
        }),
  }
}

function toIdentity(fields: Fields, place: string, world: World) {
  const text = textIn(fields, 'mode', place) ?? 'enforce'
  const mode: IdentityMode | undefined = IDENTITY_MODES.find((known) => known === text)
  if (!mode) throw new UsageError(`${place}: \`mode\` is off, observe or enforce.`)
  return {
    mode,
    secrets: textsIn(fields, 'secretFiles', place).map((file) => readSecretFile(file, world)),
    publicKeys: textsIn(fields, 'publicKeyFiles', place).map((file) => readTextFile(file, world)),
    audience: textIn(fields, 'audience', place),
  }
}

function parse(text: string, file: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    throw new UsageError(`${file} is not JSON (${reasonOf(error)}).`, { cause: error })
  }
}

/** A key that is not known is a slip of the pen: what it was to say would be missing. */
function fieldsOf(value: unknown, known: readonly string[], place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${place}: an object is expected.`)
  }
  const fields: Fields = Object.fromEntries(Object.entries(value))
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  if (unknown === undefined) return fields
  throw new UsageError(`${place}: "${unknown}" is not known; ${known.join(', ')} are.`)
}

function textIn(fields: Fields, name: string, place: string): string | undefined {
  const value = fields[name]
  if (value === undefined || (typeof value === 'string' && value !== '')) return value
  throw new UsageError(`${place}: \`${name}\` is no text.`)
}

function textsIn(fields: Fields, name: string, place: string): readonly string[] {
  const value = fields[name] ?? []
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw new UsageError(`${place}: \`${name}\` is no list of texts.`)
}
