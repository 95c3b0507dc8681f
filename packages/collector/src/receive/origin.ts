/** The pages that may use a write key: all, or these. */
export type Origins = '*' | readonly string[]

/** `https://shop.example`, or `https://*.shop.example` for all hosts below it. No path. */
const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?$/

/** What may stand in the place of the star: at least one name, with nothing empty among them. */
const LABELS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/

/** Whether it is the origin of a page, as browsers write it: lower case, without a path. */
export function isOrigin(value: string): boolean {
  return ORIGIN.test(value)
}

/**
 * Whether a page of this origin may send. Scheme, host and port must be the same, except that a
 * host `*.shop.example` stands for every host below it. This keeps other people's pages from
 * filling the store by mistake; a program can claim any origin.
 */
export function isAllowed(origin: string, origins: Origins): boolean {
  return origins === '*' || origins.some((allowed) => covers(allowed, origin))
}

function covers(allowed: string, origin: string): boolean {
  const [scheme, parent] = allowed.split('*.')
  if (scheme === undefined || parent === undefined) return allowed === origin
  if (!origin.startsWith(scheme) || !origin.endsWith(`.${parent}`)) return false
  return LABELS.test(origin.slice(scheme.length, -parent.length - 1))
}
