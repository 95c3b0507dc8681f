import type { HeaderList, Problem } from '../answer.ts'
import { clientAddress, toNetwork } from './client-address.ts'
import type { Incoming } from './incoming.ts'
import type { Limits } from './limits.ts'
import { isAllowed } from './origin.ts'
import { createRateLimit, type Allowance, type RateLimit } from './rate-limit.ts'
import type { FindSender, Sender } from './write-key.ts'

/** Who sends, or why they may not; and what to tell them of how much more they may send. */
export type Admission =
  | { ok: true; sender: Sender; headers: HeaderList }
  | { ok: false; problem: Problem; bucket?: 'key' | 'address' }

export interface AdmitOptions {
  readonly findSender: FindSender
  readonly limits: Limits
  /** How many proxies of ours append to `X-Forwarded-For`. */
  readonly trustProxy: number
  /** Ms since 1970. */
  readonly now: () => number
}

/** `shown` is the key in the header. */
export type Admit = (incoming: Incoming, writeKey: string, shown: string | undefined) => Admission

/** Names of buckets: of a key that is none of ours, whatever it says, there is one an address. */
const NOBODY = '?'

/** Decides about a request, before any of its events is looked at. */
export function createAdmit({ findSender, limits, trustProxy, now }: AdmitOptions): Admit {
  const perKey = createRateLimit({ ...limits.perKey, now })
  const perAddress = createRateLimit({ ...limits.perAddress, now })
  const policy = policyOf(limits)

  return (incoming, writeKey, shown) => {
    const sender = findSender(writeKey, shown)
    const product = sender?.product.key ?? NOBODY
    const forwarded = incoming.header('x-forwarded-for')
    const address = clientAddress(incoming.peer, forwarded, trustProxy)
    // A server sends for everybody from one address, and has shown that it may.
    const limited = address !== undefined && !sender?.trusted
    const byAddress = limited ? perAddress(`${product} ${toNetwork(address)}`) : undefined
    if (byAddress && byAddress.waitSeconds > 0) return tooFast('address', byAddress, policy)
    if (!sender) return { ok: false, problem: UNKNOWN_KEY }
    const origin = incoming.header('origin')
    if (origin !== undefined && !isAllowed(origin, sender.product.origins)) {
      return { ok: false, problem: wrongOrigin(origin) }
    }
    return ofKey(perKey, sender, { byAddress, policy })
  }
}

function ofKey(
  perKey: RateLimit,
  sender: Sender,
  { byAddress, policy }: { byAddress: Allowance | undefined; policy: string },
): Admission {
  const byKey = perKey(sender.product.key)
  if (byKey.waitSeconds > 0) return tooFast('key', byKey, policy)
  const tighter = byAddress && byAddress.remaining < byKey.remaining
  const limit = tighter ? limitOf('address', byAddress) : limitOf('key', byKey)
  return { ok: true, sender, headers: { 'ratelimit-policy': policy, ratelimit: limit } }
}

const UNKNOWN_KEY: Problem = {
  status: 401,
  code: 'write-key',
  message: 'The write key is unknown. Compare it with the collector’s.',
}

function wrongOrigin(origin: string): Problem {
  const message = `Pages of ${origin} may not use this key. Add it to its origins.`
  return { status: 403, code: 'origin', message }
}

export function tooFast(
  bucket: 'key' | 'address',
  allowance: Allowance,
  policy: string,
): Extract<Admission, { ok: false }> {
  const headers = {
    'retry-after': String(allowance.waitSeconds),
    'ratelimit-policy': policy,
    ratelimit: limitOf(bucket, allowance),
  }
  const message = 'Too many requests at once. Try again later.'
  return {
    ok: false,
    bucket,
    problem: { status: 429, code: 'too-many-requests', message, headers },
  }
}

/** @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
function limitOf(bucket: string, { remaining, resetSeconds }: Allowance): string {
  return `"${bucket}";r=${remaining};t=${resetSeconds}`
}

export function policyOf({ perKey, perAddress }: Limits): string {
  return `"key";${toPolicy(perKey)}, "address";${toPolicy(perAddress)}`
}

function toPolicy({ burst, perSecond }: Limits['perKey']): string {
  return `q=${burst};w=${Math.ceil(burst / perSecond)}`
}
