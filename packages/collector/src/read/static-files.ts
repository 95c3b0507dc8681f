import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { refuse } from '../answer.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The screen runs its own files and talks to its own collector, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Gives the file at a path of the URL; `undefined` if there is none. */
export type StaticFiles = (path: string) => Promise<Response | undefined>

/**
 * Serves a built screen. The files are listed once, so no path can lead out of the folder. Files
 * under `/assets/` have their content in their name and are kept by browsers for a year.
 */
export function createStaticFiles(dir: string | undefined): StaticFiles {
  const files = listFiles(dir)

  return async (path) => {
    if (path === '/' && dir !== undefined && files.size === 0) return notBuilt(dir)
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file === undefined) return undefined
    const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    return new Response(await readFile(file), {
      headers: { ...HEADERS, 'cache-control': kept, 'content-type': type },
    })
  }
}

function listFiles(dir: string | undefined): Map<string, string> {
  if (dir === undefined || !existsSync(dir)) return new Map()
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`/${relative(dir, file).split(sep).join('/')}`, file]
    }),
  )
}

function notBuilt(dir: string): Response {
  return refuse({
    status: 404,
    code: 'not-built',
    message: `The results screen is not in ${dir}. Build it, then start the collector again.`,
  })
}
