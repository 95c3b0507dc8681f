import { COLLECTOR_MAX_BATCH_BYTES } from '@firstwin/schema'
import { reasonOf } from '../errors.ts'
import type { Problem } from '../answer.ts'
import { isTooDeep } from './is-too-deep.ts'

export type Body = { ok: true; value: unknown } | { ok: false; problem: Problem }

/** What browsers send without asking first, and what servers send. */
const CONTENT_TYPES = ['text/plain', 'application/json']

const TOO_LARGE: Problem = {
  status: 413,
  code: 'too-large',
  message: `A batch has at most ${COLLECTOR_MAX_BATCH_BYTES} bytes. Send fewer events at once.`,
  // The rest of the body is still under way, and not wanted.
  headers: { connection: 'close' },
}

/** Reads JSON from a request, no more of it than a batch may have, before or after unpacking. */
export async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (!CONTENT_TYPES.includes(type)) {
    return refused(415, 'content-type', `Content-Type: ${CONTENT_TYPES.join(' or ')} is expected.`)
  }
  if (encoding !== 'identity' && encoding !== 'gzip') {
    return refused(415, 'content-encoding', 'Content-Encoding: gzip, or none, is expected.')
  }
  if (Number(request.headers.get('content-length')) > COLLECTOR_MAX_BATCH_BYTES) {
    return { ok: false, problem: TOO_LARGE }
  }
  return readJson(request, encoding === 'gzip')
}

async function readJson(request: Request, zipped: boolean): Promise<Body> {
  if (!request.body) return refused(400, 'empty', 'The body is empty. A batch is expected.')
  const stream = zipped ? request.body.pipeThrough(new DecompressionStream('gzip')) : request.body
  try {
    const text = await readText(stream, COLLECTOR_MAX_BATCH_BYTES)
    return text === undefined ? { ok: false, problem: TOO_LARGE } : parseJson(text)
  } catch (error) {
    const what = zipped ? 'unpacked with gzip' : 'read'
    return refused(400, 'unreadable', `The body cannot be ${what} (${reasonOf(error)}).`)
  }
}

/**
 * The whole text; `undefined` if it has more than `maxBytes`, of which no more is read. Bytes that
 * are not UTF-8 become U+FFFD.
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

function parseJson(text: string): Body {
  if (isTooDeep(text)) return refused(400, 'too-deep', 'The JSON is nested too deep for a batch.')
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return refused(400, 'not-json', `The body is not JSON (${reasonOf(error)}).`)
  }
}

function refused(status: number, code: string, message: string): Body {
  return { ok: false, problem: { status, code, message } }
}
