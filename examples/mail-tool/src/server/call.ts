import type { IncomingMessage } from 'node:http'
import type { User } from '../model/user.ts'
import type { State } from './store.ts'

/** A request as the routes see it. */
export interface Call {
  method: string
  path: string
  headers: IncomingMessage['headers']
  /** The parts of the path that the route leaves open. */
  params: Readonly<Record<string, string>>
  /** The fields of a JSON body. Unchecked; empty if there was none. */
  body: Readonly<Record<string, unknown>>
  /** The session's token. */
  token: string | undefined
  /** Who is signed in. */
  user: User | undefined
}

export const SESSION_COOKIE = 'binsen_session'
const MAX_BODY_BYTES = 256 * 1024

/** The request was wrong in itself; nothing of it was done. */
export class BadCallError extends Error {
  override readonly name = 'BadCallError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** @throws {BadCallError} If the body is too large, not JSON, or comes from another site. */
export async function readCall(request: IncomingMessage, state: State): Promise<Call> {
  const method = request.method ?? 'GET'
  if (method !== 'GET' && method !== 'HEAD') refuseOtherSites(request)
  const token = cookies(request).get(SESSION_COOKIE)
  const userId = token === undefined ? undefined : state.sessions[token]
  return {
    method,
    path: pathOf(request),
    headers: request.headers,
    params: {},
    body: method === 'POST' ? await readBody(request) : {},
    token,
    user: state.users.find(({ id }) => id === userId),
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const parsed = URL.parse(url, 'http://mail-tool')
  if (!parsed) throw new BadCallError(400, 'The address of the request cannot be read.')
  return parsed.pathname
}

/** Browsers send the origin along: a form on another site cannot act for a signed-in user. */
function refuseOtherSites({ headers }: IncomingMessage): void {
  const { origin, host } = headers
  if (origin !== undefined && URL.parse(origin)?.host !== host) {
    throw new BadCallError(403, `Requests from ${origin} are not accepted.`)
  }
}

function cookies({ headers }: IncomingMessage): Map<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', value = '']) => [name, value]))
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw new BadCallError(413, 'The request is too large.')
    chunks.push(bytes)
  }
  return fieldsOf(Buffer.concat(chunks).toString('utf8'))
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Falls through to the same answer as JSON that is no object.
  }
  throw new BadCallError(400, 'The request is not a JSON object.')
}
