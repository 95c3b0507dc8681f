const MAX_LENGTH = 256

/**
 * What a selector may not have. Whoever writes a journey could spy with it, since reports say which
 * step was seen: values and contents, parts of attributes that hold more than names (`[href^=a]` read
 * letter by letter), `:has()`; all of that also where written with escapes or comments. Or it is slow:
 * `:is()` within `:is()`, and more than one `~` (153 ms on 3000 elements).
 */
const REFUSED = [
  /\[[^a-z]*(?:value|content)\b(?!-)/i,
  /\[[^a-z\]]*(?!(?:class|id)\s*[*^$]|data-test)[a-z][\w|-]*\s*[*^$]=/i,
  /:has\(|\[[^\]"']*\\|(?<!\\):[\w-]*\\|\/\*/i,
  /:(?:is|where|not)\((?:[^()]|\([^()]*\))*:(?:is|where|not)\(/i,
  /~(?!=)[^,]*~(?!=)/,
]

/**
 * Whether a selector may be used: not longer than 256 characters, and nothing in it that could read
 * what is private in the page or make it slow. It may still be no CSS.
 */
export function isSafeSelector(selector: string): boolean {
  return selector.length <= MAX_LENGTH && !REFUSED.some((refused) => refused.test(selector))
}
