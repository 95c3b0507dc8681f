import { attempt } from './attempt.ts'
import type { Answer } from './endpoint.ts'

/**
 * Whether an answer says no more than yes, by the rules of `readAnswer`: JSON that claims nothing
 * else, `OK`, or nothing at all from the very address that was asked.
 */
export function isPlainYes({ status, text, redirected }: Answer): boolean {
  if (status < 200 || status > 299) return false
  const json = text ? text.replace(/^\s*ok\s*$/i, '{}') : !redirected && '{}'
  return attempt(() => JSON.parse(String(json)).success !== false) === true
}
