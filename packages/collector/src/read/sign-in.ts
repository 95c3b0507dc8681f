import { empty, refuse, type Problem } from '../answer.ts'
import { readText } from '../receive/read-body.ts'
import { isLoopbackHost } from './is-loopback.ts'
import { hostOf } from './read-access.ts'
import { MAX_READ_KEY_BYTES, type ReadGuard } from './read-guard.ts'
import { isSameSite } from './same-site.ts'

const TOO_LARGE: Problem = {
  status: 413,
  code: 'too-large',
  message: `A read key has at most ${MAX_READ_KEY_BYTES} bytes. Send it alone, as text.`,
  // The rest of the body is still under way, and not wanted.
  headers: { connection: 'close' },
}

/**
 * Answers `POST /v1/sign-in`, whose body is the read key as text, with a cookie. `guard` is there
 * if a read key has been set. Each sign-in makes another cookie, whatever the browser had before.
 */
export function createSignIn(guard: ReadGuard | undefined) {
  return async (request: Request, address: string | undefined): Promise<Response> => {
    if (!isSameSite(request)) {
      return refuse({ status: 403, code: 'cross-site', message: 'Sign in on the screen itself.' })
    }
    if (!guard) {
      return refuse({ status: 404, code: 'no-read-key', message: 'No read key has been set.' })
    }
    const secure = isSecure(request)
    if (!secure && !isLoopbackHost(hostOf(request))) {
      return refuse({ status: 400, code: 'insecure', message: 'Sign in over https.' })
    }
    const given = await givenKey(request)
    if (given === undefined) return refuse(TOO_LARGE)
    const outcome = guard.open(given, address)
    if (!outcome.ok) return refuse(outcome.problem)
    return empty(204, { 'set-cookie': guard.openSession(outcome.readKey, secure) })
  }
}

/** `undefined` if it is too long to be one. */
async function givenKey({ body, headers }: Request): Promise<string | undefined> {
  if (Number(headers.get('content-length')) > MAX_READ_KEY_BYTES) return undefined
  return body ? readText(body, MAX_READ_KEY_BYTES) : ''
}

/** The page's own origin says so even where a proxy in front of us ends the encryption. */
function isSecure(request: Request): boolean {
  return request.headers.get('origin')?.startsWith('https://') ?? false
}
