import type { RejectReason } from '@firstwin/schema'
import { attempt } from '../report/attempt.ts'
import { importKeys } from './import-keys.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { toBytes, toHex } from './bytes.ts'

export interface VerifyOptions {
  /** Public keys, base64: one of them has to have signed. */
  keys: readonly string[]
  /** The origin that the journey has to be signed for. */
  audience: string
  /** Milliseconds since 1970. */
  now: number
  /** The `seq` of the newest one that this device has taken; none older is. */
  last: number
}

export interface Good {
  readonly is: 'good'
  /** The file as it was given. */
  readonly file: string
  /** The journey that stands in it. */
  readonly source: string
  readonly manifest: Manifest
}

export type Verdict = Good | { readonly is: RejectReason }

const VERIFY = { name: 'Ed25519' }

/**
 * Judges the text of a signed journey: `{ manifest, signature, journey }`, each a text. The manifest is
 * read only after its bytes were found signed, and the journey is handed on only after its bytes were
 * found to be those that the manifest names. Never rejects.
 */
export async function verify(file: string, options: VerifyOptions): Promise<Verdict> {
  if (!isSecureContext()) return { is: 'insecure' }
  const { manifest: signed, signature, journey } = readFields(file)
  if (!signed || !signature || !journey) return { is: 'unsigned' }
  const keys = await importKeys(options.keys)
  if (!keys) return { is: 'unsupported' }
  const bytes = new TextEncoder().encode(signed)
  if (!(await isSignedByOne(keys, toBytes(signature), bytes))) return { is: 'signature' }
  const manifest = readManifest(new TextDecoder().decode(bytes))
  if (!manifest) return { is: 'unsigned' }
  const content = new TextEncoder().encode(journey)
  const hash = toHex(await crypto.subtle.digest('SHA-256', content))
  if (hash !== manifest.sha256) return { is: 'bytes' }
  const flaw = flawOf(manifest, options)
  if (flaw) return { is: flaw }
  return { is: 'good', file, source: new TextDecoder().decode(content), manifest }
}

/** Over http browsers check no signatures, except for this machine. */
const isSecureContext = (): boolean => 'subtle' in crypto

function readFields(file: string): Readonly<Record<string, string | undefined>> {
  const fields: unknown = attempt(() => JSON.parse(file))
  const texts = Object.entries(Object(fields)).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}

async function isSignedByOne(
  keys: readonly CryptoKey[],
  signature: Uint8Array<ArrayBuffer> | undefined,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (!signature) return false
  const answers = keys.map((key) => crypto.subtle.verify(VERIFY, key, signature, bytes))
  return (await Promise.all(answers)).includes(true)
}

function flawOf(
  { aud, exp, seq }: Manifest,
  { audience, now, last }: VerifyOptions,
): RejectReason | undefined {
  if (!aud.includes(audience)) return 'audience'
  if (exp * 1000 <= now) return 'expired'
  return seq < last ? 'older' : undefined
}
