import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isInstalled } from './installed.js'
import { NODE, ROOT } from './root.js'
import { run } from './run.js'
import { step } from './step.js'
import { Stop } from './stop.js'
import { checkWritable } from './writable.js'

/** What npm says when no registry answers. */
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/

/**
 * Installs the packages of the lock file, unless they are there. Needs the network only then.
 * @throws {Stop} If npm fails, with what to do.
 */
export async function install() {
  if (isCurrent()) return
  checkWritable(ROOT)
  const { code, output } = await step('Installing packages (once)', npmInstall)
  if (code === 0 && isCurrent()) return
  throw new Stop(toMessage(output))
}

function isCurrent() {
  const wanted = readJson('package-lock.json')
  const found = readJson('node_modules/.package-lock.json')
  return (
    wanted !== undefined && found !== undefined && existsSync(NODE) && isInstalled(wanted, found)
  )
}

/**
 * @param {string} name
 * @returns {import('./installed.js').Lock | undefined} undefined where there is no such file
 */
function readJson(name) {
  const file = join(ROOT, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/**
 * Installs what the lock file says, and does not touch it. Not `npm ci`: that refuses a lock file
 * which lacks builds of a tool for other systems (mirrors of the registry leave them out), where
 * `install` gets the one for this system.
 *
 * It is the npm that runs us, under the Node that it runs on: an install may replace the project's
 * own Node, which `node` on the PATH of an npm script is.
 */
function npmInstall() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--prefer-offline']
  // npm's own pauses (10 s, then 60 s) would keep a machine without a network waiting in silence.
  const patience = [
    '--fetch-retries=3',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ]
  const args = ['install', ...quiet, ...patience]
  return cli && node ? run(node, [cli, ...args]) : run('npm', args)
}

/** @param {string} output */
function toMessage(output) {
  const errors = output.split('\n').filter((line) => /^npm error (?! *at )/.test(line))
  const said = (errors.length > 0 ? errors : output.trim().split('\n')).slice(0, 12).join('\n')
  if (NO_NETWORK.test(output)) {
    return (
      'The packages could not be downloaded: no connection to the npm registry.\n' +
      'Connect this machine (or set a proxy: npm config set proxy URL) and run the command again.\n' +
      `Once they are installed, no network is needed. What npm said:\n\n${said}`
    )
  }
  return `npm could not install the packages. What it said:\n\n${said}`
}
