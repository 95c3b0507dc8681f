import { createReadStream } from 'node:fs'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '../../scripts/prepare/root.js'

/** A page with an analytics tool, the tool's own files as npm has them, and where that tool reports to. */
export interface ToolHost {
  readonly url: string
  /** The page's markup, under `/`. */
  page: string
  /** What the tool posted below `/in/`, in order. */
  readonly posts: readonly Post[]
  /** JSON answers to what is asked for, by path. Other paths get `{}`. */
  readonly answers: Map<string, unknown>
  /** Paths that fail, and with which status. */
  readonly failing: Map<string, number>
  close: () => Promise<void>
}

export interface Post {
  readonly path: string
  readonly text: string
  /** The text as JSON, `undefined` if it is none. */
  readonly body: unknown
  readonly headers: IncomingHttpHeaders
}

/** `E2E_SCRIPT`: files that were built elsewhere. */
const SCRIPT = process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script')

/** What a page of a customer loads from the tool's own network. */
const TOOLS: Readonly<Record<string, string>> = {
  '/tools/segment.js': '@segment/analytics-next/dist/umd/standalone.js',
  '/tools/rudderstack.js': '@rudderstack/analytics-js/dist/npm/modern/bundled/esm/index.mjs',
  '/tools/posthog.js': 'posthog-js/dist/array.js',
  '/tools/snowplow.js': '@snowplow/browser-tracker/dist/index.umd.js',
}

/** Each request is answered with 200; posts below `/in/` are kept as reports. */
export async function startToolHost(): Promise<ToolHost> {
  const posts: Post[] = []
  const answers = new Map<string, unknown>()
  const failing = new Map<string, number>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const host = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    page: '',
    posts,
    answers,
    failing,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return host

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', 'http://host').pathname
    if (path === '/') return send(response, 'text/html', host.page)
    const tool = TOOLS[path]
    if (tool) return sendFile(response, join(ROOT, 'node_modules', tool))
    if (path.startsWith('/firstwin/')) return sendFile(response, join(SCRIPT, basename(path)))
    const status = failing.get(path)
    if (status !== undefined) return void response.writeHead(status).end()
    if (request.method === 'POST' && path.startsWith('/in/')) {
      posts.push(toPost(path, await text(request), request.headers))
    }
    send(response, 'application/json', JSON.stringify(answers.get(path) ?? {}))
  }
}

function toPost(path: string, body: string, headers: IncomingHttpHeaders): Post {
  return { path, text: body, body: parsed(body), headers }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
}

function sendFile(response: ServerResponse, file: string): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
  createReadStream(file)
    .on('error', (error) => response.end(`throw new Error(${JSON.stringify(String(error))})`))
    .pipe(response)
}
