import { resolve } from 'node:path'
import type { ClientOptions } from './client.ts'
import { ClientSetupError } from './errors.ts'

const FOLDER = '.firstwin'
const MAX_BYTES = 64 * 1024 * 1024

/** The options with their defaults. @throws {ClientSetupError} If one cannot be right. */
export function checkOptions({
  endpoint,
  key,
  folder = FOLDER,
  maxBytes = MAX_BYTES,
}: ClientOptions) {
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new ClientSetupError(
      `\`endpoint\` is no address (${endpoint}): write https://first.example.com/v1/batch`,
    )
  }
  if (typeof key !== 'string' || key === '') {
    throw new ClientSetupError('`key` is empty: give the write key of your product.')
  }
  if (!(maxBytes > 0)) throw new ClientSetupError('`maxBytes` is not a number above 0.')
  return { endpoint, key, folder: resolve(folder), maxBytes }
}
