export interface RateLimitOptions {
  /** How many may come at once, and how many tokens there are at most. */
  burst: number
  perSecond: number
  /** Ms since 1970. */
  now: () => number
}

/** Takes one token for `name`: 0 if there was one, else how many seconds to wait for it, at least 1. */
export type RateLimit = (name: string) => number

interface Bucket {
  tokens: number
  at: number
}

/** A token bucket for each name. Names must come from a short list: they are kept for ever. */
export function createRateLimit({ burst, perSecond, now }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>()

  return (name) => {
    const at = now()
    const last = buckets.get(name) ?? { tokens: burst, at }
    const gained = (Math.max(0, at - last.at) / 1_000) * perSecond
    const tokens = Math.min(burst, last.tokens + gained)
    const taken = tokens >= 1
    buckets.set(name, { tokens: taken ? tokens - 1 : tokens, at })
    return taken ? 0 : Math.ceil((1 - tokens) / perSecond)
  }
}
