import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * The built files of one folder, by name: their text.
 * @typedef {ReadonlyMap<string, string>} Bundle
 */

/**
 * @param {string} folder
 * @returns {Bundle} the scripts in it, source maps left out
 */
export function readBundle(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'))
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/**
 * Bytes on the wire: brotli at its highest level (11), as CDNs store what does not change.
 * @param {string} text
 */
export function brotliBytes(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return brotliCompressSync(Buffer.from(text), { params }).length
}

/**
 * The given files and all that they import at their start, each once. What is imported later, by
 * `import()`, is not followed. Names that are not in the bundle are passed over.
 * @param {Bundle} bundle
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function withImports(bundle, names) {
  /** @type {Set<string>} */
  const found = new Set()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const text = bundle.get(name)
    if (text === undefined || found.has(name)) continue
    found.add(name)
    waiting.push(...staticImports(text))
  }
  return [...found].toSorted()
}

/**
 * @param {string} text minified: `import{a}from"./x.js"`, `export*from"./x.js"`, `import"./x.js"`
 * @returns {string[]} names without "./"
 */
function staticImports(text) {
  const found = text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)
  return [...found].map(([, name = '']) => name)
}
