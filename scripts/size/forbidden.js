/**
 * What a strict CSP or Trusted Types would refuse, and what would let text become markup. None of
 * it may stand in a file that runs in a host page.
 */
const FORBIDDEN = [
  /\beval\s*\(/,
  /\bFunction\s*[;,(]/,
  /\binnerHTML\b/,
  /\bouterHTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bdocument\.write\b/,
  /\bsrcdoc\b/,
]

/**
 * @param {import('./bundle.js').Bundle} bundle
 * @returns {string[]} a line for each place, with what stands around it
 */
export function findForbidden(bundle) {
  return [...bundle].flatMap(([name, text]) =>
    FORBIDDEN.flatMap((pattern) => {
      const at = text.search(pattern)
      return at < 0
        ? []
        : [`${name}: ${pattern.source} in …${text.slice(Math.max(0, at - 30), at + 40)}…`]
    }),
  )
}
