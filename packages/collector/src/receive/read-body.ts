import type { Problem } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import type { BodyBytes, Incoming } from './incoming.ts'
import type { Limits } from './limits.ts'
import { tooLargeBody, unpack } from './unpack.ts'
import type { Stay } from './waiting-room.ts'

/** `bytes` is what it counts as where it was read for nothing: 0 if that is the collector's fault. */
export type Body = { ok: true; text: string; bytes: number } | NoBody

interface NoBody {
  readonly ok: false
  readonly problem: Problem
  readonly bytes: number
}

type BodyLimits = Pick<Limits, 'maxBodyBytes' | 'maxInflatedBytes'>

/** Reads the body of a request, no more of it than there may be, before or after unpacking. */
export async function readBody(incoming: Incoming, limits: BodyLimits, stay: Stay): Promise<Body> {
  const body = await readWhole(incoming, limits, stay)
  if (!body.ok) return { ...body, bytes: body.problem.code === 'overloaded' ? 0 : 1 }
  // Bytes that are not UTF-8 become U+FFFD.
  return { ok: true, text: body.bytes.toString('utf8'), bytes: body.bytes.length }
}

async function readWhole(incoming: Incoming, limits: BodyLimits, stay: Stay): Promise<BodyBytes> {
  const encoding = incoming.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') return WRONG_ENCODING
  if (Number(incoming.header('content-length')) > limits.maxBodyBytes) {
    return { ok: false, problem: tooLargeBody(limits.maxBodyBytes) }
  }
  const packed = await readBytes(incoming, limits.maxBodyBytes, stay)
  if (!packed.ok) return packed
  return encoding === 'gzip' ? unpack(packed.bytes, limits.maxInflatedBytes) : packed
}

const WRONG_ENCODING: BodyBytes = {
  ok: false,
  problem: {
    status: 415,
    code: 'content-encoding',
    message: 'Content-Encoding: gzip, or none, is expected.',
  },
}

async function readBytes(incoming: Incoming, maxBytes: number, stay: Stay): Promise<BodyBytes> {
  let size = 0
  try {
    return await incoming.readBody((bytes) => {
      size += bytes
      return size > maxBytes ? tooLargeBody(maxBytes) : stay.takeBytes(bytes)
    })
  } catch (error) {
    const message = `The body cannot be read (${reasonOf(error)}).`
    return { ok: false, problem: { status: 400, code: 'unreadable', message } }
  }
}

/**
 * The whole text of a stream; `undefined` if it has more than `maxBytes`, of which no more is read.
 */
export async function readText(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
