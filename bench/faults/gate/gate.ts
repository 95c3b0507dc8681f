import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { marksIn } from '../marks.ts'
import { createExchange, type Behaviour, type Exchange } from './exchange.ts'

/** Stands between the pages and the receiver, and does to requests what it is told. */
export interface Gate {
  readonly url: string
  /** For pages whose endpoint lies on their own origin. */
  readonly listener: RequestListener
  /** The next POSTs meet these, one each; then `always` rules again. */
  readonly next: (...behaviours: readonly Behaviour[]) => void
  /** Nothing is left of what `next` was told. */
  readonly recover: () => void
  /** What every POST meets from now on. @default pass */
  readonly always: (behaviour: Behaviour) => void
  /** No longer listens: connections are refused. */
  readonly goDown: () => Promise<void>
  readonly comeUp: () => Promise<void>
  /** POSTs that came, whatever became of them. */
  readonly posts: () => number
  /** How long ago the last POST came, or the gate was opened, in ms. */
  readonly quietMs: () => number
  /** How often the receiver itself answered 500 or above. */
  readonly failures: () => number
  /** How often the receiver said that it has this mark. */
  readonly copies: (mark: string) => number
  readonly close: () => Promise<void>
}

/** What is sent there is never answered, whatever the rules say. */
export const SILENT_PATH = '/silent'

/** Hands it on, and the answer back. */
export const pass: Behaviour = async ({ forward, give }) => give(await forward())

/** @param receiver the address of what stands behind, asked for with each request */
export async function openGate(receiver: () => string): Promise<Gate> {
  const copies = new Map<string, number>()
  const queue: Behaviour[] = []
  let rule = pass
  let posts = 0
  let failures = 0
  let lastAt = performance.now()

  /** What the receiver has said yes to is known here, whatever the page hears of it. */
  function counted(exchange: Exchange): Exchange {
    return {
      ...exchange,
      async forward() {
        const answer = await exchange.forward()
        failures += Number(answer.status >= 500)
        const has = answer.status >= 200 && answer.status < 300
        for (const mark of has ? marksIn(String(await exchange.body())) : []) {
          copies.set(mark, (copies.get(mark) ?? 0) + 1)
        }
        return answer
      },
    }
  }

  function meet(request: IncomingMessage, response: ServerResponse): void {
    if (request.url === SILENT_PATH) return void request.resume()
    const isPost = request.method === 'POST'
    posts += Number(isPost)
    if (isPost) lastAt = performance.now()
    const behaviour = isPost ? (queue.shift() ?? rule) : pass
    const exchange = counted(createExchange([request, response], receiver))
    // The receiver or the page is gone: the other side sees the connection end.
    behaviour(exchange).catch(() => request.socket.resetAndDestroy())
  }

  let server = await listen(meet, 0)
  const port = portOf(server)
  return {
    url: `http://127.0.0.1:${port}`,
    listener: meet,
    next: (...behaviours) => void queue.push(...behaviours),
    recover: () => void queue.splice(0),
    always: (behaviour) => void (rule = behaviour),
    goDown: () => shut(server),
    async comeUp() {
      server = await listen(meet, port)
    },
    posts: () => posts,
    failures: () => failures,
    quietMs: () => performance.now() - lastAt,
    copies: (mark) => copies.get(mark) ?? 0,
    close: () => shut(server),
  }
}

export async function listen(listener: RequestListener, port: number): Promise<Server> {
  const server = createServer(listener).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

export async function shut(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
