import { createHmac } from 'node:crypto'
import { isSameSecret } from './same-secret.ts'

const NAME = 'firstwin_session'
const LIFETIME_MS = 12 * 60 * 60 * 1_000

export interface SessionOptions {
  /** What signs it, and is known to this collector only. */
  readonly secret: string
  /** Ms since 1970. */
  readonly now: number
  /** Whether the browser came over HTTPS, so that the cookie must too. */
  readonly secure: boolean
}

/**
 * The `Set-Cookie` of somebody who gave the read key: good for 12 hours, for this site's own
 * requests, out of reach of scripts. It holds its end and a signature, so nothing needs keeping.
 */
export function sessionCookie({ secret, now, secure }: SessionOptions): string {
  const until = String(now + LIFETIME_MS)
  const value = `${until}.${signature(until, secret)}`
  const age = LIFETIME_MS / 1_000
  const end = secure ? '; Secure' : ''
  return `${NAME}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${end}`
}

/** Whether a `Cookie` header holds a session that this secret signed and that is not over. */
export function hasSession(cookies: string | null, secret: string, now: number): boolean {
  const own = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${NAME}=`))
  const [until, signed] = own?.slice(NAME.length + 1).split('.') ?? []
  if (until === undefined || signed === undefined) return false
  return isSameSecret(signed, signature(until, secret)) && Number(until) > now
}

function signature(until: string, secret: string): string {
  return createHmac('sha256', secret).update(`session until ${until}`).digest('base64url')
}
