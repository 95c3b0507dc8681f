import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Results of builds, inside the folders that are their sources. */
const NOT_SOURCE = new Set(['dist', 'node_modules', 'tsconfig.tsbuildinfo'])

/**
 * Changes when a file under the given files and folders does: names, sizes and times of writing, not
 * contents, so that asking takes milliseconds. What does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} places relative to `root`
 */
export function fingerprint(root, places) {
  const hash = createHash('sha256')
  for (const place of places) addTo(hash, root, place)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} place
 */
function addTo(hash, root, place) {
  const entry = statSync(join(root, place), { throwIfNoEntry: false })
  if (!entry) return
  if (!entry.isDirectory()) {
    hash.update(`${place}\n${entry.size}\n${entry.mtimeMs}\n`)
    return
  }
  const names = readdirSync(join(root, place)).filter((name) => !NOT_SOURCE.has(name))
  for (const name of names.toSorted()) addTo(hash, root, `${place}/${name}`)
}
