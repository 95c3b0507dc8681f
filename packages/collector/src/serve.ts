import { createServer, type IncomingMessage, type Server } from 'node:http'
import { refuse } from './answer.ts'
import type { Collector } from './collector.ts'
import { CollectorSetupError } from './errors.ts'
import { isLoopbackAddress } from './read/is-loopback.ts'
import { toRequest, writeResponse } from './node-http.ts'

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** The address to listen on: `0.0.0.0` for all. @default '127.0.0.1', this machine only */
  readonly host?: string
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /**
   * Stops listening, answers what was accepted, closes the collector and its store. Calling it
   * twice is safe.
   */
  close: () => Promise<void>
}

/** For answers that are still on their way out when everything is written. */
const GRACE_MS = 1_000

/** Slow senders hold a connection; the defaults of Node are minutes. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 15_000, maxHeaderSize: 8 * 1024 }

/**
 * Puts a collector on a port.
 *
 * @throws {CollectorSetupError} If the port is taken or may not be used. The collector stays open.
 */
export async function serve(collector: Collector, options: ServeOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1' } = options
  const server = createServer(LIMITS, (incoming, outgoing) => {
    const loopback = isLoopbackAddress(addressOf(server).address)
    answer(incoming, (request) => collector.fetch(request, { loopback }))
      .then((response) => writeResponse(response, outgoing))
      // Whoever asked has left, or half of the answer is out: there is nothing more to tell them.
      .catch(() => outgoing.destroy())
  })
  await listen(server, port, host)
  const bound = addressOf(server).port
  let closing: Promise<void> | undefined

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () => (closing ??= stop(server, collector)),
  }
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
  if (incoming.method !== FORBIDDEN_METHOD) return fetch(toRequest(incoming))
  const message = 'Only GET and POST are known here.'
  return refuse({ status: 405, code: 'method', message, headers: { allow: 'GET, POST' } })
}

async function stop(server: Server, collector: Collector): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  await collector.close()
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await stopped
  clearTimeout(late)
}

function addressOf(server: Server): { address: string; port: number } {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address : { address: '', port: 0 }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CollectorSetupError(listenMessage(error, port, host), { cause: error }))
    })
    server.listen(port, host, () => resolve())
  })
}

function listenMessage({ code, message }: NodeJS.ErrnoException, port: number, host: string) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken. Stop the program that uses it, or give another port.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used by this user. Give a port above 1023.`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address ${host}. Listen on 127.0.0.1, or on 0.0.0.0 for all.`
  }
  return `The collector cannot listen on ${host}:${port} (${message}).`
}
