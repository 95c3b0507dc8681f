import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasEngine } from '../browsers.js'
import { ROOT } from './root.js'
import { run } from './run.js'
import { step } from './step.js'

/** Japanese texts are drawn as empty boxes without a font that has the characters. */
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** The packages of Debian that bring each engine. */
const PACKAGES = {
  chromium: ['chromium', 'chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
}

const DOWNLOADS = 'https://cdn.playwright.dev'

/** Long enough for a slow line, short enough where nothing answers. */
const PROBE_MS = 4_000

/** @typedef {import('../browsers.js').Engine} Engine */

/** @type {readonly Engine[]} */
const ENGINES = ['chromium', 'firefox', 'webkit']

/**
 * Gets the engines that are missing: the test tool's own downloads where they can be had, else (as
 * root on Debian and its relatives) the system's packages.
 * @returns {Promise<readonly Engine[]>} those that are still missing
 */
export async function prepareBrowsers() {
  const missing = () => ENGINES.filter((engine) => !hasEngine(engine))
  if (missing().length > 0 && (await canDownload())) {
    await step(`Downloading ${missing().join(', ')} (once)`, () => download(missing()))
  }
  if (canInstall() && (missing().length > 0 || !existsSync(CJK_FONT))) {
    await step('Installing browsers from the system’s packages (once)', () =>
      installPackages(missing()),
    )
  }
  return missing()
}

async function canDownload() {
  try {
    await fetch(DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return true
  } catch {
    // No network, or only a mirror of packages: the system's packages are the next way.
    return false
  }
}

/** @param {readonly Engine[]} engines */
function download(engines) {
  return run(join(ROOT, 'node_modules/.bin/playwright'), ['install', ...engines])
}

/** Whether we may install packages: root, and a system that has apt-get. */
function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** @param {readonly Engine[]} engines */
async function installPackages(engines) {
  const names = [...engines.flatMap((engine) => PACKAGES[engine]), 'fonts-noto-cjk']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  const done = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
  if (done.code !== 0) console.log(`\n${done.output.trim().split('\n').slice(-4).join('\n')}`)
  return done
}
