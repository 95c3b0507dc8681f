import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { listen, portOf, shut, type Gate } from '../gate/gate.ts'
import { toQuery, type PageOptions, type Sender } from './page-options.ts'
import { toWorld } from './page-world.ts'
import { senderPage } from './senders.ts'

/** The product's pages, on an origin of their own. */
export interface Site {
  readonly pageUrl: (options?: PageOptions) => string
  /** A page without any sender, on the same origin. */
  readonly elsewhereUrl: string
  readonly close: () => Promise<void>
}

export interface SiteOptions {
  readonly sender: Sender
  readonly gate: Gate
  /** The script tag's files. */
  readonly scriptDir: string
  /** node_modules with the other trackers. */
  readonly trackersDir: string
  readonly journey: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
}
const HTML = 'text/html; charset=utf-8'

export async function openSite(options: SiteOptions): Promise<Site> {
  const { sender, gate } = options
  const server = await listen((request, response) => {
    if (request.method !== 'GET') gate.listener(request, response)
    else answer(request, response, options).catch(() => response.writeHead(404).end())
  }, 0)
  const url = `http://127.0.0.1:${portOf(server)}`
  return {
    pageUrl: (page = {}) => `${url}/page?${toQuery(sender, page)}`,
    elsewhereUrl: `${url}/elsewhere`,
    close: () => shut(server),
  }
}

async function answer(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  options: SiteOptions,
): Promise<void> {
  const { pathname, searchParams } = new URL(url, 'http://site')
  const give = (type: string, body: string | Buffer): void => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=60' }).end(body)
  }
  if (pathname === '/page') give(HTML, toPage(searchParams, options))
  else if (pathname === '/journey.json') give('application/json', options.journey)
  else if (pathname === '/elsewhere' || pathname === '/portal') give(HTML, '<h1>Elsewhere</h1>')
  else give(TYPES[extname(pathname)] ?? 'text/plain', await readFile(toFile(pathname, options)))
}

function toFile(pathname: string, { scriptDir, trackersDir }: SiteOptions): string {
  const path = normalize(pathname)
  if (path.startsWith('/sdk/')) return join(scriptDir, path.slice('/sdk/'.length))
  return join(trackersDir, path.replace('/trackers/', '/'))
}

function toPage(query: URLSearchParams, { sender, gate }: SiteOptions): string {
  const endpoint = query.get('sameOrigin') === 'true' ? '' : gate.url
  const { before, script } = senderPage(sender, endpoint, query)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A product</title>
    <link rel="icon" href="data:,">
    <script>${toWorld(query)}</script><script>${before}</script>${script}<h1>A product</h1>
    <script>addEventListener('pageshow', (event) => { window.cameBack = event.persisted })</script>`
}
