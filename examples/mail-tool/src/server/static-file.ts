import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Call } from './call.ts'
import type { Reply } from './reply.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
}

/** The file `name` of `directory`, or `undefined` if it is not there or lies outside. */
export async function staticFile(
  directory: string,
  name: string,
  { headers }: Pick<Call, 'headers'>,
): Promise<Reply | undefined> {
  const path = normalize(join(directory, name))
  const type = TYPES[extname(path)]
  if (!type || !path.startsWith(normalize(directory) + sep)) return undefined
  const body = await readFile(path).catch(() => undefined)
  if (!body) return undefined

  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const common = {
    'content-type': type,
    'cache-control': 'no-cache',
    etag,
    'accept-ranges': 'bytes',
  }
  if (headers['if-none-match'] === etag) return { status: 304, headers: common, body: '' }
  return headers.range === undefined
    ? { status: 200, headers: common, body }
    : part(body, headers.range, common)
}

/** Films are asked for in pieces; Safari plays none without. */
function part(body: Buffer, range: string, headers: Record<string, string>): Reply {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  const start = from === '' ? Math.max(0, body.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1)
  if ((from === '' && to === '') || start > end) {
    return { status: 416, headers: { 'content-range': `bytes */${body.length}` }, body: '' }
  }
  const contentRange = `bytes ${start}-${end}/${body.length}`
  return {
    status: 206,
    headers: { ...headers, 'content-range': contentRange },
    body: body.subarray(start, end + 1),
  }
}
