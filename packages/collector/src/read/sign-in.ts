import { empty, refuse } from '../answer.ts'
import { createRateLimit, type RateLimit } from '../receive/rate-limit.ts'
import { isLoopbackHost } from './is-loopback.ts'
import { hostOf } from './read-access.ts'
import { isSameSecret } from './same-secret.ts'
import { sessionCookie } from './session-cookie.ts'

export interface SignInOptions {
  readonly readKey: string | undefined
  readonly now: () => number
}

/** A read key is long; this is more than anybody types. */
const MAX_KEY = 1_000

/** Answers `POST /v1/sign-in`, whose body is the read key as text, with a cookie. */
export function createSignIn({ readKey, now }: SignInOptions) {
  const failures = createRateLimit({ burst: 10, perSecond: 1 / 60, now })

  return async (request: Request): Promise<Response> => {
    if (!isSameSite(request)) {
      return refuse({ status: 403, code: 'cross-site', message: 'Sign in on the screen itself.' })
    }
    if (readKey === undefined) {
      return refuse({ status: 404, code: 'no-read-key', message: 'No read key has been set.' })
    }
    const secure = isSecure(request)
    if (!secure && !isLoopbackHost(hostOf(request))) {
      return refuse({ status: 400, code: 'insecure', message: 'Sign in over https.' })
    }
    const given = await request.text()
    if (given.length > MAX_KEY || !isSameSecret(given, readKey)) return wrongKey(failures)
    return empty(204, { 'set-cookie': sessionCookie({ readKey, now: now(), secure }) })
  }
}

function wrongKey(failures: RateLimit): Response {
  const seconds = failures('sign-in')
  if (seconds === 0) {
    return refuse({ status: 401, code: 'read-key', message: 'That is not the read key.' })
  }
  return refuse({
    status: 429,
    code: 'too-many-requests',
    message: 'Too many wrong keys. Try again in a minute.',
    headers: { 'retry-after': String(seconds) },
  })
}

/** Whether the page that asks is ours: other sites must not sign anybody in. */
function isSameSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin.replace(/^https?:\/\//, '') === hostOf(request)
}

/** The page's own origin says so even where a proxy in front of us ends the encryption. */
function isSecure(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https://') ?? false
}
