import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Problem, Reply } from './answer.ts'
import type { BodyBytes, Incoming, MayTake } from './receive/incoming.ts'

/**
 * Node's request as the standard one. The host in its URL is not the real one: see `hostOf`.
 *
 * @throws {TypeError} If its method is one that standard requests cannot have.
 */
export function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headersDistinct } = incoming
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  // Only the path is taken from the request line, where a full URL may stand.
  const address = URL.canParse(url, 'http://collector')
    ? new URL(url, 'http://collector')
    : undefined
  const target = `http://collector${address?.pathname ?? '/'}${address?.search ?? ''}`
  if (method === 'GET' || method === 'HEAD') return new Request(target, { method, headers })
  return new Request(target, { method, headers, body: bodyOf(incoming), duplex: 'half' })
}

function bodyOf(incoming: IncomingMessage): ReadableStream {
  return Readable.toWeb(incoming)
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

/** Sends an answer in one piece. */
export function writeReply({ status, headers, body = '' }: Reply, outgoing: ServerResponse): void {
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.length })
  outgoing.end(bytes)
}

/** Sends the standard response through Node's. Resolves when it is sent or the other side left. */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
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
