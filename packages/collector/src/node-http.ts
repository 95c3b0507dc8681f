import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Problem, Reply } from './answer.ts'
import type { BodyBytes, Incoming, MayTake } from './receive/incoming.ts'

/**
 * Node's request as the standard one. The host in its URL is not the real one: see `hostOf`.
 * `undefined` if its path is not written the way that it is read: see `targetOf`.
 *
 * @throws {TypeError} If its method is one that standard requests cannot have.
 */
export function toRequest(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', headersDistinct } = incoming
  const target = targetOf(url)
  if (target === undefined) return undefined
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  if (method === 'GET' || method === 'HEAD') return new Request(target, { method, headers })
  return new Request(target, { method, headers, body: bodyOf(incoming), duplex: 'half' })
}

/**
 * A URL with the path and query of a request line, where a full URL may stand. `undefined` if its
 * path becomes another one by that, as `/x/../metrics` does: a proxy that forbids `/metrics` would
 * have let it pass.
 */
function targetOf(line: string): string | undefined {
  const path = line.replace(/^https?:\/\/[^/?#]+/i, '')
  const target = `http://collector${path.startsWith('/') ? path : `/${path}`}`
  if (!URL.canParse(target)) return undefined
  const [written] = path.split(/[?#]/, 1)
  return new URL(target).pathname === (written || '/') ? target : undefined
}

/**
 * The body, which is read when somebody asks for it and not before. Whoever stops reading leaves the
 * connection as it is, for the answer.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let pieces: NodeJS.AsyncIterator<unknown> | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        pieces ??= incoming.iterator({ destroyOnReturn: false })
        const { value } = await pieces.next()
        if (value instanceof Uint8Array) controller.enqueue(value)
        else controller.close()
      },
      cancel: async () => void (await pieces?.return?.()),
    },
    { highWaterMark: 0 },
  )
}

/** Node's request as what receives events takes it: nothing is copied, nothing is a stream. */
export function toIncoming(message: IncomingMessage): Incoming {
  const { method = 'GET', url = '/', headers } = message
  return {
    method,
    path: url.split('?', 1)[0] ?? '/',
    peer: message.socket.remoteAddress,
    header(name) {
      const value = headers[name]
      return typeof value === 'object' ? value.join(', ') : value
    },
    readBody: (mayTake) => readMessage(message, mayTake),
  }
}

function readMessage(message: IncomingMessage, mayTake: MayTake): Promise<BodyBytes> {
  // It would never end again.
  if (message.readableEnded) return Promise.resolve({ ok: false, problem: READ_BEFORE })
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    message.on('data', (piece: Buffer) => {
      const problem = mayTake(piece.length)
      if (!problem) return void pieces.push(piece)
      message.pause()
      resolve({ ok: false, problem })
    })
    message.on('end', () => {
      const [only] = pieces
      const bytes = only && pieces.length === 1 ? only : Buffer.concat(pieces)
      resolve({ ok: true, bytes })
    })
    message.on('error', reject)
    // After the end this says nothing new.
    message.on('close', () => reject(new Error('The sender has left')))
  })
}

const READ_BEFORE: Problem = {
  status: 500,
  code: 'body-taken',
  message: 'The body has been read already. Mount the collector before body parsers.',
}

/** More than a batch: of a body that nobody wants so much is read, and no more. */
const MOST_UNWANTED_BYTES = 1_048_576

/**
 * Lets the rest of the body go by: it stands before the next request of the same connection, which
 * may be somebody else's where a proxy keeps connections. Where there is too much of it, the
 * connection ends with the answer.
 */
function letGo(outgoing: ServerResponse): void {
  const { req: incoming } = outgoing
  if (incoming.complete) return
  if (Number(incoming.headers['content-length']) > MOST_UNWANTED_BYTES) {
    outgoing.setHeader('connection', 'close')
  }
  let bytes = 0
  incoming.removeAllListeners('data')
  incoming.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (bytes > MOST_UNWANTED_BYTES) incoming.destroy()
  })
  incoming.resume()
}

/** Sends an answer in one piece. */
export function writeReply({ status, headers, body = '' }: Reply, outgoing: ServerResponse): void {
  letGo(outgoing)
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.length })
  outgoing.end(bytes)
}

/** Sends the standard response through Node's. Resolves when it is sent or the other side left. */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  letGo(outgoing)
  outgoing.writeHead(response.status, [...response.headers].flat())
  const reader = response.body?.getReader()
  if (!reader) {
    outgoing.end()
    return
  }
  // A body that has failed cannot be cancelled, and says so a second time.
  outgoing.on('close', () => void reader.cancel().catch(() => undefined))
  outgoing.flushHeaders()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!outgoing.write(part.value)) await drained(outgoing)
  }
  outgoing.end()
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      outgoing.off('drain', go).off('close', go)
      resolve()
    }
    outgoing.on('drain', go).on('close', go)
  })
}
