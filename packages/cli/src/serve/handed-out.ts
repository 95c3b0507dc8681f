import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CompiledJourney } from '@firstwin/schema'

export interface HandedOutOptions {
  readonly scriptDir: URL | undefined
  readonly version: string
  readonly journeys: readonly CompiledJourney[]
}

/** What every page may fetch. */
export interface HandedOut {
  /** `undefined` if there is nothing at that address. */
  readonly answer: (request: Request) => Response | undefined
  /** Of the file at that path, as in a script tag: `sha384-…`. `undefined` if there is none. */
  readonly integrityOf: (path: string) => string | undefined
}

interface Item {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** For pages of other origins, those with `require-corp` among them. There is nothing secret in it. */
const OPEN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/**
 * The script tag, at `/VERSION/firstwin.js`, and the journeys, at `/journeys/ID.json`. All is read
 * once, so no address can lead to another file. A version never changes and is kept for a year; a
 * journey is asked for each time, and comes again only if it has changed.
 */
export function createHandedOut(options: HandedOutOptions): HandedOut {
  const items = new Map([...scriptItems(options), ...options.journeys.map(journeyItem)])

  const answer: HandedOut['answer'] = (request) => {
    const item = items.get(new URL(request.url).pathname)
    if (!item) return undefined
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    const { body, headers } = item
    if (isKnown(request, headers['etag'])) return new Response(null, { status: 304, headers })
    return new Response(request.method === 'HEAD' ? null : body, { headers })
  }
  return { answer, integrityOf: (path) => toIntegrity(items.get(path)?.body) }
}

function toIntegrity(body: Uint8Array | undefined): string | undefined {
  return body && `sha384-${createHash('sha384').update(body).digest('base64')}`
}

/** Proxies that compress mark the tag as weak (`W/`): it is the same content. */
function isKnown(request: Request, etag: string | undefined): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  return known.some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** Where a page fetches this journey. */
export function journeyPath(id: string): string {
  return `/journeys/${id}.json`
}

export function scriptPath(version: string): string {
  return `/${version}/firstwin.js`
}

function scriptItems({ scriptDir, version }: HandedOutOptions): [string, Item][] {
  const dir = scriptDir && fileURLToPath(scriptDir)
  if (dir === undefined || !existsSync(dir)) return []
  const names = readdirSync(dir).filter((name) => /^firstwin[\w.-]*\.js$/.test(name))
  return names.map((name) => {
    const kept = 'public, max-age=31536000, immutable'
    const type = 'text/javascript; charset=utf-8'
    return [`/${version}/${name}`, toItem(readFileSync(join(dir, name)), { kept, type })]
  })
}

function journeyItem(journey: CompiledJourney): [string, Item] {
  const body = Buffer.from(JSON.stringify(journey))
  const type = 'application/json; charset=utf-8'
  return [journeyPath(journey.id), toItem(body, { kept: 'no-cache', type })]
}

function toItem(content: Buffer, { kept, type }: { kept: string; type: string }): Item {
  const body = new Uint8Array(content)
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  return { body, headers: { ...OPEN, 'cache-control': kept, 'content-type': type, etag } }
}
