import { PARTS } from './build/parts.js'
import { buildParts } from './build/build-parts.js'
import { install } from './prepare/install.js'
import { checkNodeVersion } from './prepare/node-version.js'
import { runMain } from './prepare/stop.js'

/**
 * `npm run build`: everything that is published or served.
 * `npm run build -- script studio`: only these parts. `--force`: also what is current.
 */
async function main() {
  checkNodeVersion()
  await install()
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const names = wanted.length > 0 ? wanted : PARTS.map(({ name }) => name)
  await buildParts(names, { force: process.argv.includes('--force') })
  console.log('Built.')
}

await runMain(main)
