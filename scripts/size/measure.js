import { Stop } from '../prepare/stop.js'
import { brotliBytes, withImports } from './bundle.js'

/**
 * @typedef {object} Budgets limits in bytes
 * @property {{ file: string, limit: number }} core what every page view pays
 * @property {{ files: string[], limit: number }} firstTooltip with what these files import
 * @property {number} part for each other file
 * @property {Record<string, number>} parts for the files that need another limit, by name
 */

/** @typedef {{ what: string, bytes: number, limit: number }} Size */

/**
 * @param {import('./bundle.js').Bundle} bundle
 * @param {Budgets} budgets
 * @throws {Stop} If a file that the budgets name is not in the bundle.
 * @returns {Size[]} the core, everything up to the first tooltip, then each other file
 */
export function measure(bundle, { core, firstTooltip, part, parts }) {
  const bytes = new Map([...bundle].map(([name, text]) => [name, brotliBytes(text)]))
  /** @param {readonly string[]} names */
  const total = (names) => names.reduce((sum, name) => sum + (bytes.get(name) ?? 0), 0)
  const absent = [core.file, ...firstTooltip.files].filter((name) => !bundle.has(name))
  if (absent.length > 0) {
    throw new Stop(
      `scripts/size/budgets.json names files that the build does not make: ${absent.join(', ')}. ` +
        'Name the files that are loaded before the first tooltip is on screen.',
    )
  }
  const first = withImports(bundle, firstTooltip.files)
  const rest = [...bundle.keys()].filter((name) => !first.includes(name))
  return [
    { what: core.file, bytes: total([core.file]), limit: core.limit },
    { what: 'up to the first tooltip', bytes: total(first), limit: firstTooltip.limit },
    ...rest.map((name) => ({ what: name, bytes: total([name]), limit: parts[name] ?? part })),
  ]
}
