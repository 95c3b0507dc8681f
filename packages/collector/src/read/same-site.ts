import { hostOf } from './read-access.ts'

/** Whether the page that asks is ours, as far as it says. A program that is no browser says nothing. */
export function isSameSite(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || isOwnOrigin(origin, request)
}

/**
 * Whether a page of ours certainly asks, for what a cookie alone allows and what changes something: a
 * browser that says nothing of where it comes from is not believed.
 */
export function isOurPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && isOwnOrigin(origin, request)
}

function isOwnOrigin(origin: string, request: Request): boolean {
  return origin.replace(/^https?:\/\//, '') === hostOf(request)
}
