import { join } from 'node:path'
import { run } from '../prepare/run.js'
import { one, readCounts, readLastLine } from './counts.js'
import { readFailures } from './failures.js'

/**
 * @typedef {object} Outcome
 * @property {import('./counts.js').Counts} counts how many tests passed, failed, were skipped
 * @property {string} output shown when something failed
 * @property {string[]} [failures] what failed and why, shortly: repeated at the end
 */

/** @typedef {{ name: string, work: (temp: string) => Promise<Outcome> }} Step */

/** @typedef {import('../browsers.js').Engine} Engine */

/**
 * What `npm test` runs, cheapest first.
 * @param {readonly Engine[]} missing engines that tests cannot run in here
 * @returns {Step[]}
 */
export function toSteps(missing) {
  const steps = [
    check('Types', ['tsc', '-b']),
    check('Lint', ['oxlint']),
    check('Format', ['oxfmt', '--check']),
    vitest('Unit tests', 'node'),
    check('Build', ['node', 'scripts/build.js']),
    check('Packages', ['node', 'scripts/packages.js']),
    check('Sizes', ['node', 'scripts/size.js']),
  ]
  if (!missing.includes('chromium')) steps.push(vitest('Browser tests', 'browser'))
  const direct = /** @type {const} */ (['chromium', 'firefox']).filter(
    (engine) => !missing.includes(engine),
  )
  if (direct.length > 0) steps.push(endToEnd(direct))
  if (!missing.includes('webkit')) steps.push(endToEnd(['webkit']))
  if (!missing.includes('chromium')) steps.push(faults())
  if (missing.length === 0) steps.push(scenarios())
  return steps
}

/**
 * A check that counts as one.
 * @param {string} name
 * @param {[string, ...string[]]} command
 * @returns {Step}
 */
function check(name, [command, ...args]) {
  return {
    name,
    work: async () => {
      const { code, output } = await run(command, args)
      return { counts: one(code === 0), output }
    },
  }
}

/**
 * @param {string} name
 * @param {string} project of vite.config.ts
 * @returns {Step}
 */
function vitest(name, project) {
  return {
    name,
    work: async (temp) => {
      const file = join(temp, `vitest-${project}.json`)
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
      const args = ['run', '--project', project, '--passWithNoTests', ...reporters]
      const { code, output } = await run('vitest', args)
      return { counts: readCounts(file, code), output, failures: readFailures(file) }
    },
  }
}

/**
 * @param {readonly Engine[]} engines
 * @returns {Step}
 */
function endToEnd(engines) {
  return {
    name: `End to end in ${engines.join(' and ')}`,
    work: async (temp) => {
      const file = join(temp, `playwright-${engines.join('-')}.json`)
      const projects = engines.map((engine) => `--project=${engine}`)
      const args = ['test', ...projects, '--pass-with-no-tests', '--reporter=line,json']
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_ENGINE: engines.join(',') }
      const { code, output } = await run('playwright', args, { env })
      return { counts: readCounts(file, code), output, failures: readFailures(file) }
    },
  }
}

/**
 * Real browsers and the real collector, with each kind of fault between them: see docs/faults.md.
 * @returns {Step}
 */
function faults() {
  return {
    name: 'Faults (short)',
    work: async () => {
      const flags = ['--conditions=@firstwin/source', '--disable-warning=ExperimentalWarning']
      const args = [...flags, 'bench/faults/main.ts', '--short']
      const { code, output } = await run('node', args)
      return { counts: readLastLine(output, code), output }
    },
  }
}

/**
 * Every scenario has its test, and docs/scenarios.md its row.
 * @returns {Step}
 */
function scenarios() {
  return {
    name: 'Scenario table',
    work: async (temp) => {
      const { code, output } = await run('node', ['scripts/scenarios.ts', temp])
      return { counts: one(code === 0), output }
    },
  }
}
