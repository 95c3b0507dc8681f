import { gunzipSync } from 'node:zlib'
import { reasonOf } from '../errors.ts'
import type { BodyBytes } from './incoming.ts'

/**
 * Unpacks gzip, and stops where there would be more than `maxBytes`: a bomb costs a millisecond
 * and no memory. At these sizes handing it to another thread would take longer.
 */
export function unpack(bytes: Buffer, maxBytes: number): BodyBytes {
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) }
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return { ok: false, problem: tooLarge ? tooLargeBody(maxBytes) : unreadable(error) }
  }
}

export function tooLargeBody(maxBytes: number) {
  return {
    status: 413,
    code: 'too-large',
    message: `A batch has at most ${maxBytes} bytes. Send fewer events at once.`,
    // The rest of the body is still under way, and not wanted.
    headers: { connection: 'close' },
  }
}

function unreadable(error: unknown) {
  const message = `The body cannot be unpacked with gzip (${reasonOf(error)}).`
  return { status: 400, code: 'unreadable', message }
}
