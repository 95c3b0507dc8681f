/**
 * The paths in what `npm pack --dry-run --json` says. Warnings may stand before it.
 * @param {string} output
 * @returns {string[]}
 */
export function packedFiles(output) {
  const start = output.search(/^[[{]/m)
  /** @type {{ files: { path: string }[] }[]} */
  const packs = Object.values(JSON.parse(output.slice(start)))
  return packs.flatMap(({ files }) => files.map(({ path }) => path))
}

/**
 * Files by their first folder and their ending, since modules come and go. What stands at the top is
 * named.
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function toPatterns(paths) {
  const patterns = paths.map((path) => {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    if (parts.length === 0) return name
    const ending = name.slice(name.indexOf('.'))
    return `${parts[0]}/**/*${shorten(ending)}`
  })
  return [...new Set(patterns)].toSorted()
}

/**
 * `.8f2c.js` and `.whole.js` are `.js`.
 * @param {string} ending
 */
function shorten(ending) {
  const kinds = ['.d.ts', '.js.map', '.js', '.css', '.html', '.svg', '.json']
  const isTold = /\.(?:test|fixture|spec)\./.test(ending)
  return isTold ? ending : (kinds.find((kind) => ending.endsWith(kind)) ?? ending)
}
