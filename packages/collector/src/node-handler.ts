import type { IncomingMessage, ServerResponse } from 'node:http'
import { NOTHING_HERE, refuse } from './answer.ts'
import type { Collector } from './collector.ts'
import { toIncoming, toRequest, writeReply, writeResponse } from './node-http.ts'
import type { Connection } from './read/read-access.ts'

export type NodeHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => void

/**
 * Answers requests of a `node:http` server, of Express, or of whatever else hands on Node's own
 * objects. `isLoopback` says whether that server can be reached from its own machine only.
 *
 * @example
 * const collector = createCollector({ store, keys, basePath: '/firstwin' })
 * const answer = createNodeHandler(collector)
 * createServer((incoming, outgoing) => {
 *   if (incoming.url?.startsWith('/firstwin/')) answer(incoming, outgoing)
 *   else yourOwn(incoming, outgoing)
 * })
 */
export function createNodeHandler(
  collector: Pick<Collector, 'fetch' | 'receive'>,
  isLoopback: () => boolean = () => false,
): NodeHandler {
  return (incoming, outgoing) => {
    const received = collector.receive(toIncoming(incoming))
    const sent = received
      ? received.then((reply) => writeReply(reply, outgoing))
      : answer(incoming, (request) =>
          collector.fetch(request, connectionOf(incoming, isLoopback)),
        ).then((response) => writeResponse(response, outgoing))
    // Whoever asked has left, or half of the answer is out: there is nothing more to tell them.
    sent.catch(() => outgoing.destroy())
  }
}

function connectionOf({ socket }: IncomingMessage, isLoopback: () => boolean): Connection {
  return { loopback: isLoopback(), address: socket.remoteAddress }
}

/**
 * The one method that Node hands on and no standard request can have.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
const FORBIDDEN_METHOD = 'TRACE'

async function answer(
  incoming: IncomingMessage,
  fetch: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (incoming.method !== FORBIDDEN_METHOD) {
    const request = toRequest(incoming)
    return request ? fetch(request) : refuse(NOTHING_HERE)
  }
  const message = 'Only GET and POST are known here.'
  return refuse({ status: 405, code: 'method', message, headers: { allow: 'GET, POST' } })
}
