import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { UsageError } from '../errors.ts'
import { readPrivateFile } from '../read-file.ts'
import type { World } from '../world.ts'

/** So many bytes at the end of its published form are the key itself. */
const KEY_BYTES = 32

/** @throws {UsageError} If others may read the file, or it holds no private key of Ed25519. */
export function readSigningKey(file: string, world: World): KeyObject {
  const text = readPrivateFile(file, world)
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, without what stands in the file.
  }
  throw new UsageError(
    `${file} holds no private key of Ed25519 in PEM form. Make one: firstwin keys ${file}`,
  )
}

/** As pages name it in `trust`: 44 characters of base64. */
export function toPublicText(privateKey: KeyObject): string {
  const bytes = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return bytes.subarray(-KEY_BYTES).toString('base64')
}
