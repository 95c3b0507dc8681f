/** Digits, mail addresses, what is percent-encoded, and (from 21 characters on) tokens. */
const ID_LIKE = /[\d@%=]|.{21}/
const VERSION = /^v\d{1,2}$/

/**
 * The path without what could name a person or carry a secret: no query, no hash, and `:id` for
 * each segment that looks like an id, so `/campaigns/42?token=x` becomes `/campaigns/:id`. A segment
 * with any digit counts as an id, but for a version such as `v2`: one hidden route does less harm
 * than one id that gets out. Words of up to 20 letters pass, also where they are somebody's name:
 * the `redact` hook is for those.
 */
export function pathTemplate(path: string): string {
  return path
    .replace(/[?#].*/s, '')
    .split('/')
    .map((part) => (ID_LIKE.test(part) && !VERSION.test(part) ? ':id' : part))
    .join('/')
}
