import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './prepare/root.js'
import { Stop, runMain } from './prepare/stop.js'
import { readBundle } from './size/bundle.js'
import { findForbidden } from './size/forbidden.js'
import { measure } from './size/measure.js'
import { toKb, toTable, withTable } from './size/readme-table.js'

const FOLDER = join(ROOT, 'packages/sdk/dist/script')
const README = join(ROOT, 'README.md')

/**
 * `npm run test:size`: what the script tag weighs, against scripts/size/budgets.json; that it holds
 * nothing a strict page would refuse; that the README states these sizes. `--write` updates the
 * README instead.
 */
function main() {
  if (!existsSync(join(FOLDER, 'firstwin.js'))) {
    throw new Stop('The script tag is not built. Run: npm run build')
  }
  const bundle = readBundle(FOLDER)
  const budgets = JSON.parse(readFileSync(join(ROOT, 'scripts/size/budgets.json'), 'utf8'))
  const sizes = measure(bundle, budgets)
  for (const size of sizes) console.log(toLine(size))

  const problems = [
    ...sizes.filter(({ bytes, limit }) => bytes > limit).map(tooBig),
    ...findForbidden(bundle).map((place) => `Forbidden in a host page: ${place}`),
    ...checkReadme(toTable(sizes)),
  ]
  if (problems.length > 0) throw new Stop(problems.join('\n'))
}

/** @param {import('./size/measure.js').Size} size */
function toLine({ what, bytes, limit }) {
  return `  ${what.padEnd(30)} ${String(bytes).padStart(6)} of ${String(limit).padStart(6)} bytes`
}

/** @param {import('./size/measure.js').Size} size */
function tooBig({ what, bytes, limit }) {
  return `Too big: ${what} has ${bytes} bytes (brotli), ${bytes - limit} above its limit of ${limit} (${toKb(limit)} kB).`
}

/**
 * @param {string} table
 * @returns {string[]}
 */
function checkReadme(table) {
  if (!existsSync(README)) {
    console.log('  README.md does not exist: its sizes were not compared.')
    return []
  }
  const readme = readFileSync(README, 'utf8')
  const wanted = withTable(readme, table)
  if (wanted === undefined) return ['README.md has no <!-- sizes --> … <!-- /sizes --> to compare.']
  if (wanted === readme) return []
  if (process.argv.includes('--write')) {
    writeFileSync(README, wanted)
    return []
  }
  return ['README.md states other sizes. Run: npm run test:size -- --write']
}

await runMain(main)
