import { empty, type HeaderList } from '../answer.ts'

/** Browsers cap it: Chromium at two hours, Firefox at a day. */
const PREFLIGHT_SECONDS = 86_400

/**
 * Lets the page read the answer, and when to come back. The origin is echoed, never `*`, and cookies are never asked for.
 * `Vary` keeps a cache from giving one page the permission of another.
 */
export function corsHeaders(origin: string | undefined): HeaderList {
  const vary = { vary: 'Origin' }
  if (origin === undefined) return vary
  return {
    ...vary,
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'Retry-After',
  }
}

/** The answer to a preflight, which browsers send for `application/json`. */
export function preflight(origin: string | undefined): Response {
  if (origin === undefined) return empty(403, corsHeaders(undefined))
  return empty(204, {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-encoding, content-type',
    'access-control-max-age': String(PREFLIGHT_SECONDS),
  })
}
