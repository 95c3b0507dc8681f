import { emptyReply, type HeaderList, type Reply } from '../answer.ts'
import { isAllowed } from './origin.ts'
import type { WriteKey } from './write-key.ts'

/** Browsers cap it: Chromium at two hours, Firefox at a day. */
const PREFLIGHT_SECONDS = 86_400
const READABLE = 'Retry-After, RateLimit, RateLimit-Policy'

/**
 * Lets the page read the answer, and when to come back. The origin is echoed, never `*`, and cookies are never asked for.
 * `Vary` keeps a cache from giving one page the permission of another.
 */
export function corsHeaders(origin: string | undefined): HeaderList {
  if (origin === undefined) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': READABLE,
  }
}

/** The answer to a preflight, which browsers send for `application/json`. */
export function preflight(origin: string | undefined): Reply {
  if (origin === undefined) return emptyReply(403, corsHeaders(undefined))
  return emptyReply(204, {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-encoding, content-type',
    'access-control-max-age': String(PREFLIGHT_SECONDS),
  })
}

/** The origin of a page if any key allows it: then it may read why it was refused. */
export function readableOrigin(
  origin: string | undefined,
  keys: readonly WriteKey[],
): string | undefined {
  if (origin === undefined) return undefined
  return keys.some(({ origins }) => isAllowed(origin, origins)) ? origin : undefined
}
