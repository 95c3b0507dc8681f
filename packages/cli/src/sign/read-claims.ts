import { UsageError } from '../errors.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'
import type { Claims } from './sign-journey.ts'

/** A device that is set aside for longer than that has the newest journey as soon as it is online. */
export const DAYS = 90
const DAY_S = 86_400

/** @throws {UsageError} If no origin is named, one is none, or a number is none. */
export function readClaims(input: Input, world: World): Claims {
  const aud = input.all('audience').map(toOrigin)
  if (aud.length === 0) {
    throw new UsageError(
      'Name the origin of the pages that may show it: --audience https://app.example.com',
    )
  }
  const iat = Math.floor(world.now() / 1000)
  const exp = iat + toNumber(input, 'days', DAYS) * DAY_S
  return { aud, iat, exp, seq: toNumber(input, 'seq', iat) }
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/

function toOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url && LOCAL.test(url.hostname))
  if (url && isSafe && url.origin !== 'null') return url.origin
  throw new UsageError(`${text} is no origin of an https page: https://app.example.com`)
}

function toNumber(input: Input, name: string, otherwise: number): number {
  const number = Number(input.one(name) ?? otherwise)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new UsageError(`--${name} takes a whole number above 0.`)
}
