import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '../../scripts/prepare/root.js'
import { journeyOf, toHtml, type HostPage } from './host-page.ts'

/** Serves the pages that tests describe, the built script tag, and what hosts are made of. */
export interface HostServer {
  readonly url: string
  /** The address of a page of its own. */
  add: (page: HostPage) => string
  /** The bodies that were posted to `/p/<id>/events`, parsed, by the page's address. */
  received: (address: string) => readonly unknown[]
  /** What was asked for below the page's address, in order. */
  asked: (address: string) => readonly Asked[]
  close: () => Promise<void>
}

const FOLDERS = {
  /** `E2E_SCRIPT`: files that were built elsewhere. */
  firstwin: process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script'),
  apps: join(ROOT, 'e2e/hostile/dist'),
}

export interface Asked {
  /** Below the page's address, with its query. */
  path: string
  referer: string | undefined
}

interface Kept {
  page: HostPage
  received: unknown[]
  asked: Asked[]
}

/** @param name where it listens; `0.0.0.0`: under every address of the machine */
export async function startHostServer(name = '127.0.0.1'): Promise<HostServer> {
  const pages = new Map<string, Kept>()
  const server = createServer((request, response) => {
    answer(request, response, pages).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, name, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${name}:${port}`,
    add(page) {
      const id = randomUUID()
      pages.set(id, { page, received: [], asked: [] })
      return `/p/${id}`
    },
    received: (address) => pages.get(basename(address))?.received ?? [],
    asked: (address) => pages.get(basename(address))?.asked ?? [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Kept>,
): Promise<void> {
  const [, kind = '', id = '', file = ''] = new URL(
    request.url ?? '',
    'http://host',
  ).pathname.split('/')
  if (kind === 'firstwin' || kind === 'apps') {
    return sendFile(response, join(FOLDERS[kind], basename(id)))
  }
  const kept = pages.get(id)
  if (kind !== 'p' || !kept) return void response.writeHead(404).end()
  const path = request.url?.slice(`/p/${id}`.length) ?? ''
  kept.asked.push({ path, referer: request.headers.referer })
  if (file === 'events') {
    kept.received.push(JSON.parse(await text(request)))
    return void response.writeHead(kept.page.answer ?? 202).end('{}')
  }
  const { page } = kept
  const own = page.files?.[file]
  if (own?.location !== undefined) {
    const location = own.location.replace('{page}', `/p/${id}`)
    return void response.writeHead(302, { ...toHeaders('text/plain'), location }).end()
  }
  if (own) return send(response, own.type ?? 'application/json', own.body)
  if (file === 'journey.json') {
    return send(response, 'application/json', JSON.stringify(journeyOf(page)))
  }
  if (file === 'host.css') return send(response, 'text/css', page.css ?? '')
  // Any other path below the page is the page again: routes of a single-page application.
  sendPage(response, page, id)
}

function sendPage(response: ServerResponse, page: HostPage, id: string): void {
  const nonce = randomUUID()
  const html = toHtml(page, id, nonce)
  const headers = Object.entries(page.headers ?? {}).map(
    ([name, value]) =>
      [name, value.replaceAll('{nonce}', nonce).replaceAll('{hashes}', hashesIn(html))] as const,
  )
  response.writeHead(200, {
    'Content-Type': `${page.type ?? 'text/html'}; charset=utf-8`,
    ...Object.fromEntries(headers),
  })
  response.end(html)
}

/** Of the scripts that stand in the page, as a policy names them. */
function hashesIn(html: string): string {
  const scripts = html.matchAll(/<script nonce="[^"]*">(.*?)<\/script>/gs)
  return [...scripts]
    .map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    .join(' ')
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, toHeaders(type)).end(body)
}

function sendFile(response: ServerResponse, path: string): void {
  if (!existsSync(path)) return void response.writeHead(404).end(`No ${path}. Run: npm run build`)
  const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
  response.writeHead(200, toHeaders(type))
  createReadStream(path).pipe(response)
}

/** Pages without an origin, such as those in a sandbox, may read it too. */
function toHeaders(type: string): Record<string, string> {
  return { 'Content-Type': `${type}; charset=utf-8`, 'Access-Control-Allow-Origin': '*' }
}
