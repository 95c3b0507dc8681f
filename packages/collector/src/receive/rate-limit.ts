import type { Rate } from './limits.ts'

export interface RateLimitOptions extends Rate {
  /** Ms since 1970. */
  readonly now: () => number
  /** Buckets kept at once; the one that was not asked for longest goes. @default 20000 */
  readonly maxNames?: number
}

/** What became of a request. */
export interface Allowance {
  /** How many seconds to wait, at least 1; 0 if it may pass. */
  readonly waitSeconds: number
  /** How many more may come now. */
  readonly remaining: number
  /** In how many seconds as many may come as ever. */
  readonly resetSeconds: number
}

/**
 * Takes `cost` tokens for `name`, one if left out, if there is one: where it costs more than there is,
 * the rest is owed. With a cost of 0 it only looks.
 */
export type RateLimit = (name: string, cost?: number) => Allowance

interface Bucket {
  tokens: number
  at: number
}

const MAX_NAMES = 20_000

/** A token bucket for each name. However many names come, the memory is bounded. */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { burst, perSecond, now, maxNames = MAX_NAMES } = options
  const buckets = new Map<string, Bucket>()

  function keep(name: string, bucket: Bucket): void {
    buckets.delete(name)
    buckets.set(name, bucket)
    if (buckets.size <= maxNames) return
    const [oldest = ''] = buckets.keys()
    buckets.delete(oldest)
  }

  return (name, cost = 1) => {
    const at = now()
    const last = buckets.get(name) ?? { tokens: burst, at }
    const gained = (Math.max(0, at - last.at) / 1_000) * perSecond
    const before = Math.min(burst, last.tokens + gained)
    const taken = before >= 1
    const tokens = taken ? before - cost : before
    if (cost > 0) keep(name, { tokens, at })
    return {
      waitSeconds: taken ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond)),
      remaining: Math.max(0, Math.floor(tokens)),
      resetSeconds: Math.ceil((burst - tokens) / perSecond),
    }
  }
}
