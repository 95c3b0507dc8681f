export interface SafeLink {
  href: string
  /** Opens in a tab of its own; otherwise it is a path of the host, for its router. */
  external: boolean
}

/** Control characters, spaces and backslashes: browsers read hosts out of them that people do not. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const TRICKS = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\\]/

/**
 * The link if following it is safe: `https`, `http`, `mailto`, `tel`, or a path of this origin.
 * `undefined` otherwise; it is then drawn as text. A URL with a user name is refused, because what
 * stands before the `@` looks like the host.
 */
export function checkLink(raw: unknown, page: string = location.href): SafeLink | undefined {
  if (typeof raw !== 'string' || raw === '' || TRICKS.test(raw)) return undefined
  if (raw.startsWith('/')) return checkPath(raw, page)
  if (/^(?:mailto|tel):./i.test(raw)) return { href: raw, external: true }
  if (!/^https?:\/\/[^/]/i.test(raw) || !URL.canParse(raw)) return undefined
  const url = new URL(raw)
  if (url.username !== '' || url.password !== '') return undefined
  if (url.origin !== new URL(page).origin) return { href: url.href, external: true }
  return toPath(url)
}

function checkPath(raw: string, page: string): SafeLink | undefined {
  if (raw.startsWith('//') || !URL.canParse(raw, page)) return undefined
  const url = new URL(raw, page)
  return url.origin === new URL(page).origin ? toPath(url) : undefined
}

/** A path that starts with two slashes would be another host to the router that is handed it. */
function toPath({ pathname, search, hash }: URL): SafeLink | undefined {
  if (pathname.startsWith('//')) return undefined
  return { href: pathname + search + hash, external: false }
}

/** The URL of a picture or a film, if it is of this origin or on `https`. */
export function checkMedia(raw: unknown, page: string = location.href): string | undefined {
  const link = checkLink(raw, page)
  return link && (!link.external || /^https:/i.test(link.href)) ? link.href : undefined
}
