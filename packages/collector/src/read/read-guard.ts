import { randomBytes } from 'node:crypto'
import type { Problem } from '../answer.ts'
import { isSameSecret } from './same-secret.ts'
import { hasSession, sessionCookie } from './session-cookie.ts'

/** More than anybody types, and little to read from somebody who is not signed in. */
export const MAX_READ_KEY_BYTES = 1_024

const MAX_FAILURES = 10
const WINDOW_MS = 60_000

export interface ReadGuardOptions {
  readonly readKey: string
  /** Ms since 1970. */
  readonly now: () => number
}

/** Knows the read key, and who has shown it. */
export interface ReadGuard {
  /**
   * Why a key that somebody gave opens nothing; `undefined` if it is the right one. After ten wrong
   * ones within a minute, however they came, none is looked at until that minute is over, the right
   * one neither: else guessing would go on behind the refusals. Sessions are not touched by that.
   */
  keyProblem: (given: string) => Problem | undefined
  /** The `Set-Cookie` of somebody who gave the right key. */
  openSession: (secure: boolean) => string
  isSession: (cookies: string | null) => boolean
}

/** A guard whose sessions end with it: they are signed with a secret of its own. */
export function createReadGuard({ readKey, now }: ReadGuardOptions): ReadGuard {
  // Cookies signed with the read key would be a second way to try keys, and one without a limit.
  const secret = randomBytes(32).toString('hex')
  let failures: readonly number[] = []

  return {
    keyProblem(given) {
      const at = now()
      // A clock that was set back must not lock everybody out for as long.
      failures = failures.filter((failure) => Math.abs(at - failure) < WINDOW_MS)
      if (failures.length >= MAX_FAILURES) return tooMany(at - Math.min(...failures))
      if (isSameSecret(given, readKey)) return undefined
      failures = [...failures, at]
      return { status: 401, code: 'read-key', message: 'That is not the read key.' }
    },
    openSession: (secure) => sessionCookie({ secret, now: now(), secure }),
    isSession: (cookies) => hasSession(cookies, secret, now()),
  }
}

function tooMany(sinceFirstMs: number): Problem {
  const seconds = Math.ceil((WINDOW_MS - sinceFirstMs) / 1_000)
  return {
    status: 429,
    code: 'too-many-requests',
    message: 'Too many wrong keys. Try again in a minute.',
    headers: { 'retry-after': String(seconds) },
  }
}
