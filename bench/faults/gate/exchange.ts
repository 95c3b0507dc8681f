import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One request that came to the gate, and what may be done with it. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** All of what the page sent. Rejects if it went away meanwhile. */
  readonly body: () => Promise<Buffer>
  /** Gives the request to the receiver. Rejects if that cannot be reached, or hangs up. */
  readonly forward: () => Promise<Answer>
  /** Gives the page an answer. */
  readonly give: (answer: Answer) => void
  /** Ends the connection as a broken network does: by a reset. */
  readonly reset: () => void
}

/** What the gate does with one request. */
export type Behaviour = (exchange: Exchange) => Promise<void>

/** @param receiver where it is now: a receiver that was restarted may have moved */
export function createExchange(
  [request, response]: readonly [IncomingMessage, ServerResponse],
  receiver: () => string,
): Exchange {
  let body: Promise<Buffer> | undefined
  const readBody = (): Promise<Buffer> => (body ??= readAll(request))
  return {
    request,
    response,
    body: readBody,
    forward: async () => forward(request, await readBody(), receiver()),
    give({ status, headers, body: text }) {
      response.writeHead(status, headers).end(text)
    },
    reset: () => void request.socket.resetAndDestroy(),
  }
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Those of one connection only. */
const HOP_BY_HOP = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
])

function forward(request: IncomingMessage, body: Buffer, receiver: string): Promise<Answer> {
  const { method = 'GET', url = '/' } = request
  return new Promise((resolve, reject) => {
    const onward = ask(new URL(url, receiver), {
      method,
      headers: ownHeaders(request),
      agent: false,
    })
    onward.on('error', reject)
    onward.on('response', (answer) => {
      readAll(answer).then(
        (text) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: ownHeaders(answer),
            body: String(text),
          }),
        reject,
      )
    })
    onward.end(body)
  })
}

function ownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name))
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]))
}
