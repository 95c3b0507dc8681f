import type { DevicePart, Part } from '@firstwin/engine/part'
import { serverWaitMs } from '../report/server-wait.ts'
import type { ProgressPlace } from './progress-url.ts'
import { readParts } from './read-parts.ts'

/** What a device says: its part only if that has changed. */
export interface Saying {
  readonly token: string
  readonly journey: string
  readonly device: string
  readonly part?: Part
}

/**
 * - `parts`: those of the other devices; ours is kept;
 * - `later`: not now, and not before `waitMs`;
 * - `token`: the token is not valid any more;
 * - `never`: not on this page.
 */
export type Heard =
  | { readonly is: 'parts'; readonly parts: readonly DevicePart[] }
  | { readonly is: 'later'; readonly waitMs: number }
  | { readonly is: 'token' }
  | { readonly is: 'never' }

/** Never rejects. `isLast`: the page may go before there is an answer. */
export type Exchange = (saying: Saying, isLast: boolean) => Promise<Heard>

export interface ExchangeOptions {
  place: ProgressPlace
  /** As the browser's. */
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Aborts after so many milliseconds. */
  timeout: (ms: number) => AbortSignal
  /** Milliseconds since 1970. */
  now: () => number
}

const TIMEOUT_MS = 10_000
/** Worth another try besides 5xx: time-outs, early, too many. */
const FOR_NOW = new Set([408, 421, 425, 429])

/** Asks without cookies and without headers of our own, so that no preflight is needed. */
export function createExchange({ place, fetch, timeout, now }: ExchangeOptions): Exchange {
  return async (saying, isLast) => {
    try {
      const response = await fetch(place.url, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'text/plain;charset=UTF-8' },
        body: JSON.stringify({ writeKey: place.key, ...saying }),
        keepalive: isLast,
        signal: timeout(TIMEOUT_MS),
      })
      const parts = response.ok ? readParts(await response.text()) : undefined
      if (parts) return { is: 'parts', parts }
      const { status, headers } = response
      const waitMs = serverWaitMs(headers.get('retry-after'), now())
      if (response.ok || status > 499 || FOR_NOW.has(status)) return { is: 'later', waitMs }
      return status === 401 ? { is: 'token' } : { is: 'never' }
    } catch {
      return { is: 'later', waitMs: 0 }
    }
  }
}
