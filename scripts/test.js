import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareBrowsers } from './prepare/browsers.js'
import { install } from './prepare/install.js'
import { checkNodeVersion } from './prepare/node-version.js'
import { step } from './prepare/step.js'
import { runMain } from './prepare/stop.js'
import { NONE, add, toLine } from './test/counts.js'
import { toSteps } from './test/steps.js'

/**
 * `npm test`: from a fresh clone to every check there is. Goes on after a failure, so that one run
 * tells all, and says again at its end what failed. The last line is "N passed, N failed", with ", N skipped" if any.
 */
async function main() {
  checkNodeVersion()
  console.log('Firstwin: all checks')
  await install()
  const missing = await prepareBrowsers()

  const { counts, failures } = await runAll(toSteps(missing))
  console.log('')
  for (const failure of failures) console.log(`${failure}\n`)
  for (const engine of missing) console.log(toSkipped(engine))
  // Each engine that is missing is one thing that was not checked.
  console.log(toLine({ ...counts, skipped: counts.skipped + missing.length }))
  process.exitCode = counts.failed > 0 ? 1 : 0
}

/** @param {readonly import('./test/steps.js').Step[]} steps */
async function runAll(steps) {
  const temp = mkdtempSync(join(tmpdir(), 'firstwin-test-'))
  let counts = NONE
  /** @type {string[]} */
  const failures = []
  try {
    for (const { name, work } of steps) {
      const outcome = await step(name, () => work(temp))
      console.log(`    ${toLine(outcome.counts)}`)
      if (outcome.counts.failed > 0) console.log(`\n${outcome.output.trim()}\n`)
      counts = add(counts, outcome.counts)
      failures.push(...(outcome.failures ?? []))
      if (outcome.counts.failed > 0 && !outcome.failures?.length) failures.push(`Failed: ${name}`)
    }
    return { counts, failures }
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

/** @param {import('./browsers.js').Engine} engine */
function toSkipped(engine) {
  return (
    `Skipped: ${engine}. It is not on this machine, its download could not be reached, and its ` +
    'package was not installed (that is tried as root on Debian). ' +
    'Run once: npx playwright install --with-deps'
  )
}

await runMain(main)
