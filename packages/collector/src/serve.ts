import { createServer, type Server } from 'node:http'
import type { Collector } from './collector.ts'
import { CollectorSetupError } from './errors.ts'
import { createNodeHandler } from './node-handler.ts'
import { isLoopbackAddress } from './read/is-loopback.ts'

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** The address to listen on: `0.0.0.0` for all. @default '127.0.0.1', this machine only */
  readonly host?: string
  /**
   * How long, when it stops, `/readyz` says so before new connections are refused, in ms: as long as
   * what hands on requests takes to notice. @default 0
   */
  readonly retireMs?: number
  /** How long somebody may take to send a request, in ms. @default 10 s its head, 15 s all of it */
  readonly timeouts?: { readonly headersMs: number; readonly requestMs: number }
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /**
   * Says so at `/readyz`, stops listening, answers what was accepted, closes the collector and its
   * store. Calling it twice is safe.
   */
  close: () => Promise<void>
}

/** For answers that are still on their way out when everything is written. */
const GRACE_MS = 1_000

/** Slow senders hold a connection; the defaults of Node are minutes. */
const TIMEOUTS = { headersMs: 10_000, requestMs: 15_000 }
const MAX_HEADER_BYTES = 8 * 1024
/** Longer than proxies keep a connection: nginx does for 60 s, and loses what it sends on a closed one. */
const KEEP_ALIVE_MS = 65_000
/** How often Node looks for those who are too slow. */
const MAX_CHECK_MS = 1_000

/**
 * Puts a collector on a port.
 *
 * @throws {CollectorSetupError} If the port is taken or may not be used. The collector stays open.
 */
export async function serve(collector: Collector, options: ServeOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1', retireMs = 0, timeouts = TIMEOUTS } = options
  const isLoopback = (): boolean => isLoopbackAddress(addressOf(server).address)
  const server = createServer(limitsOf(timeouts), createNodeHandler(collector, isLoopback))
  await listen(server, port, host)
  const bound = addressOf(server).port
  let closing: Promise<void> | undefined

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: () => (closing ??= stop(server, collector, retireMs)),
  }
}

function limitsOf({ headersMs, requestMs }: NonNullable<ServeOptions['timeouts']>) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(MAX_CHECK_MS, headersMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  }
}

async function stop(server: Server, collector: Collector, retireMs: number): Promise<void> {
  collector.retire()
  if (retireMs > 0) await new Promise((resolve) => setTimeout(resolve, retireMs))
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
