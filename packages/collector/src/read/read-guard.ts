import { randomBytes } from 'node:crypto'
import type { Problem } from '../answer.ts'
import { toNetwork } from '../receive/client-address.ts'
import { isSameSecret } from './same-secret.ts'
import { createSessions } from './session-cookie.ts'

/** More than anybody types, and little to read from somebody who is not signed in. */
export const MAX_READ_KEY_BYTES = 1_024

const MAX_FAILURES = 10
/** Of all addresses together, for those who have many. */
const MAX_FAILURES_OF_ALL = 1_000
const WINDOW_MS = 60_000

/** A key that reads, and what it opens. */
export interface ReadKey {
  readonly secret: string
  /** The products, by their write keys. */
  readonly writeKeys: readonly string[]
  readonly operator: boolean
}

export interface ReadGuardOptions {
  readonly readKeys: readonly ReadKey[]
  /** Ms since 1970. */
  readonly now: () => number
}

export type GuardOutcome = { ok: true; readKey: ReadKey } | { ok: false; problem: Problem }

/** Knows the read keys, and who has shown one. */
export interface ReadGuard {
  /**
   * What a key opens that somebody gave, or why it opens nothing. After ten wrong ones within a
   * minute from one address, however they came, none from there is looked at until that minute is
   * over, the right one neither: else guessing would go on behind the refusals. Sessions are not
   * touched by that.
   */
  readonly open: (given: string, address: string | undefined) => GuardOutcome
  /** The `Set-Cookie` of somebody who gave a right key. */
  readonly openSession: (readKey: ReadKey, secure: boolean) => string
  /** The key that the holder of the cookie once gave. */
  readonly session: (cookies: string | undefined) => ReadKey | undefined
}

interface Failure {
  readonly from: string
  readonly at: number
}

/** A guard whose sessions end with it: they are signed with a secret of its own. */
export function createReadGuard({ readKeys, now }: ReadGuardOptions): ReadGuard {
  // Cookies signed with a read key would be a second way to try keys, and one without a limit.
  const sessions = createSessions({ secret: randomBytes(32).toString('hex'), now })
  let failures: readonly Failure[] = []

  return {
    open(given, address = '') {
      const at = now()
      const from = toNetwork(address)
      // A clock that was set back must not lock everybody out for as long.
      failures = failures.filter((failure) => Math.abs(at - failure.at) < WINDOW_MS)
      const own = failures.filter((failure) => failure.from === from)
      if (own.length >= MAX_FAILURES) return tooMany(own, at)
      if (failures.length >= MAX_FAILURES_OF_ALL) return tooMany(failures, at)
      const readKey = readKeys.find(({ secret }) => isSameSecret(given, secret))
      if (readKey) return { ok: true, readKey }
      failures = [...failures, { from, at }]
      return refused({ status: 401, code: 'read-key', message: 'That is not the read key.' })
    },
    openSession: (readKey, secure) => sessions.open(readKeys.indexOf(readKey), secure),
    session: (cookies) => readKeys[sessions.find(cookies) ?? -1],
  }
}

function refused(problem: Problem): GuardOutcome {
  return { ok: false, problem }
}

function tooMany(failures: readonly Failure[], at: number): GuardOutcome {
  const first = Math.min(...failures.map((failure) => failure.at))
  const seconds = Math.ceil((WINDOW_MS - (at - first)) / 1_000)
  return refused({
    status: 429,
    code: 'too-many-requests',
    message: 'Too many wrong keys. Try again in a minute.',
    headers: { 'retry-after': String(seconds) },
  })
}
