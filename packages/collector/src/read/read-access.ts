import type { Problem } from '../answer.ts'
import { clientAddress } from '../receive/client-address.ts'
import type { Access } from './access.ts'
import { isLoopbackAddress, isLoopbackHost } from './is-loopback.ts'
import type { ReadGuard, ReadKey } from './read-guard.ts'

export interface ReadAccessOptions {
  /** There if a read key or a product's secret has been set. */
  readonly guard: ReadGuard | undefined
  /** Public keys, to tell somebody who mixed up the two kinds. */
  readonly writeKeys: readonly string[]
  /** How many proxies of ours append to `X-Forwarded-For`. */
  readonly trustProxy: number
}

/** Where a request came from, as far as the server knows. */
export interface Connection {
  /** Whether the server can be reached from its own machine only. */
  readonly loopback: boolean
  /** Of whoever holds the other end: a client, or a proxy. */
  readonly address?: string | undefined
}

export type AccessOutcome = { ok: true; access: Access } | { ok: false; problem: Problem }

/** What proxies add, besides `x-forwarded-…`: RFC 7239, RFC 9110, and nginx's habit. */
const PROXY_HEADERS = new Set(['forwarded', 'via', 'x-real-ip'])

const CHALLENGE = { 'www-authenticate': 'Bearer' }

/**
 * What the sender of a request may read. With read keys: whatever the one opens that they show, or
 * signed in with. Without any: only this machine itself, and nobody through a proxy, which hands
 * on requests from anywhere. A proxy that names itself in no header is not noticed: whoever puts one
 * in front of a collector sets a read key.
 */
export function readAccess(
  request: Request,
  connection: Connection,
  { guard, writeKeys, trustProxy }: ReadAccessOptions,
): AccessOutcome {
  if (!guard) return localAccess(request, connection, writeKeys)
  const session = guard.session(request.headers.get('cookie') ?? undefined)
  if (session) return { ok: true, access: toAccess(session, true) }
  const shown = bearer(request)
  if (shown === undefined) {
    const message = 'Sign in, or send the read key as Authorization: Bearer.'
    return refused({ status: 401, code: 'read-key', message, headers: CHALLENGE })
  }
  if (writeKeys.includes(shown)) {
    const message = 'That is a write key. Results need the read key.'
    return refused({ status: 403, code: 'write-key', message })
  }
  const forwarded = request.headers.get('x-forwarded-for') ?? undefined
  const outcome = guard.open(shown, clientAddress(connection.address, forwarded, trustProxy))
  if (outcome.ok) return { ok: true, access: toAccess(outcome.readKey, false) }
  const { problem } = outcome
  return refused(problem.status === 401 ? { ...problem, headers: CHALLENGE } : problem)
}

function toAccess({ writeKeys, operator }: ReadKey, byCookie: boolean): Access {
  return { writeKeys, operator, byCookie }
}

/** Whether it comes from this machine itself: from a program or a page here, through no proxy. */
export function isLocal(request: Request, { loopback, address = '' }: Connection): boolean {
  const near = loopback || isLoopbackAddress(address)
  return near && !isForwarded(request.headers) && isLoopbackHost(hostOf(request))
}

function localAccess(
  request: Request,
  connection: Connection,
  writeKeys: readonly string[],
): AccessOutcome {
  if (connection.loopback && isLocal(request, connection)) {
    return { ok: true, access: { writeKeys, operator: true, byCookie: false } }
  }
  return refused({
    status: 403,
    code: 'no-read-key',
    message:
      'Without a read key, results are shown on the collector’s own machine only: open them at ' +
      'http://localhost, without a proxy, or start the collector with a read key.',
  })
}

function refused(problem: Problem): AccessOutcome {
  return { ok: false, problem }
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
