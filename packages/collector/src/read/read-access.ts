import type { Problem } from '../answer.ts'
import { isLoopbackHost } from './is-loopback.ts'
import { isSameSecret } from './same-secret.ts'
import { hasSession } from './session-cookie.ts'

export interface ReadAccessOptions {
  readonly readKey: string | undefined
  readonly now: () => number
  /** Public keys, to tell somebody who mixed up the two kinds. */
  readonly writeKeys: readonly string[]
}

/** Where a request came from, as far as the server knows. */
export interface Connection {
  /** Whether the server can be reached from its own machine only. */
  readonly loopback: boolean
}

/**
 * Why a request may not read; `undefined` if it may. With a read key: those who show it, or who
 * signed in with it. Without one: only this machine itself.
 */
export function readProblem(
  request: Request,
  connection: Connection,
  { readKey, now, writeKeys }: ReadAccessOptions,
): Problem | undefined {
  if (readKey === undefined) return localProblem(request, connection)
  const shown = bearer(request)
  if (shown !== undefined && isSameSecret(shown, readKey)) return undefined
  if (hasSession(request.headers.get('cookie'), readKey, now())) return undefined
  if (shown !== undefined && writeKeys.includes(shown)) {
    const message = 'That is a write key. Results need the read key.'
    return { status: 403, code: 'write-key', message }
  }
  const message = 'Sign in, or send the read key as Authorization: Bearer.'
  const headers = { 'www-authenticate': 'Bearer' }
  return { status: 401, code: 'read-key', message, headers }
}

function localProblem(request: Request, { loopback }: Connection): Problem | undefined {
  if (loopback && isLoopbackHost(hostOf(request))) return undefined
  return {
    status: 403,
    code: 'no-read-key',
    message:
      'Without a read key, results are shown on the collector’s own machine only: open them at ' +
      'http://localhost, or start the collector with a read key.',
  }
}

export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

function bearer(request: Request): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}
