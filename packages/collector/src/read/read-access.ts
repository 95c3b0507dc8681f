import type { Problem } from '../answer.ts'
import { isLoopbackHost } from './is-loopback.ts'
import type { ReadGuard } from './read-guard.ts'

export interface ReadAccessOptions {
  /** There if a read key has been set. */
  readonly guard: ReadGuard | undefined
  /** Public keys, to tell somebody who mixed up the two kinds. */
  readonly writeKeys: readonly string[]
}

/** Where a request came from, as far as the server knows. */
export interface Connection {
  /** Whether the server can be reached from its own machine only. */
  readonly loopback: boolean
}

/** What proxies add, besides `x-forwarded-…`: RFC 7239, RFC 9110, and nginx's habit. */
const PROXY_HEADERS = new Set(['forwarded', 'via', 'x-real-ip'])

const CHALLENGE = { 'www-authenticate': 'Bearer' }

/**
 * Why a request may not read; `undefined` if it may. With a read key: those who show it, or who
 * signed in with it. Without one: only this machine itself, and nobody through a proxy, which hands
 * on requests from anywhere. A proxy that names itself in no header is not noticed: whoever puts one
 * in front of a collector sets a read key.
 */
export function readProblem(
  request: Request,
  connection: Connection,
  { guard, writeKeys }: ReadAccessOptions,
): Problem | undefined {
  if (!guard) return localProblem(request, connection)
  if (guard.isSession(request.headers.get('cookie'))) return undefined
  const shown = bearer(request)
  if (shown === undefined) {
    const message = 'Sign in, or send the read key as Authorization: Bearer.'
    return { status: 401, code: 'read-key', message, headers: CHALLENGE }
  }
  if (writeKeys.includes(shown)) {
    const message = 'That is a write key. Results need the read key.'
    return { status: 403, code: 'write-key', message }
  }
  const problem = guard.keyProblem(shown)
  return problem?.status === 401 ? { ...problem, headers: CHALLENGE } : problem
}

function localProblem(request: Request, { loopback }: Connection): Problem | undefined {
  const direct = !isForwarded(request.headers)
  if (loopback && direct && isLoopbackHost(hostOf(request))) return undefined
  return {
    status: 403,
    code: 'no-read-key',
    message:
      'Without a read key, results are shown on the collector’s own machine only: open them at ' +
      'http://localhost, without a proxy, or start the collector with a read key.',
  }
}

/** Whether a proxy says that it handed the request on. */
function isForwarded(headers: Headers): boolean {
  const names = [...headers.keys()]
  return names.some((name) => PROXY_HEADERS.has(name) || name.startsWith('x-forwarded-'))
}

export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

function bearer(request: Request): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}
