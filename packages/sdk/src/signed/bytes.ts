import { attempt } from '../report/attempt.ts'

/** The bytes of a base64 text; `undefined` if it is none. */
export function toBytes(base64: string): Uint8Array<ArrayBuffer> | undefined {
  return attempt(() => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
}

/** Two lower-case digits for each byte. */
export function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
