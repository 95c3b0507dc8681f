import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Keep the browser from calling home: on machines without a way out each call is a refusal. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Debian and its relatives put them. The shell is twice as fast as the whole browser. */
const SYSTEM = {
  chromium: ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'],
  firefox: ['/usr/bin/firefox-esr'],
  driver: ['/usr/bin/WebKitWebDriver'],
  display: ['/usr/bin/Xvfb'],
  miniBrowser: ['x86_64', 'aarch64'].flatMap((machine) =>
    ['4.1', '6.0'].map(
      (version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
    ),
  ),
}

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/**
 * How to launch Chromium: a path from the environment (CHROMIUM), else (no path) the test tool's own
 * download, else the system's package.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromium() {
  const path =
    fromEnvironment('CHROMIUM') ?? (hasOwn('chromium') ? undefined : first(SYSTEM.chromium))
  return { args: QUIET, ...(path ? { executablePath: path } : {}) }
}

/**
 * How to launch Firefox: a path from the environment (FIREFOX), else the test tool's own download,
 * else the system's package. The first and the last are plain Firefox, which is driven by WebDriver
 * BiDi: the channel says so.
 * @returns {{ channel?: string, launchOptions: { executablePath?: string } }}
 */
export function firefox() {
  const path = fromEnvironment('FIREFOX') ?? (hasOwn('firefox') ? undefined : first(SYSTEM.firefox))
  if (!path) return { launchOptions: {} }
  return { channel: 'moz-firefox', launchOptions: { executablePath: path } }
}

/**
 * WebKitGTK's small browser and what drives it; `undefined` where a part of it is missing.
 * @returns {{ miniBrowser: string, driver: string, display: string } | undefined}
 */
export function webKitGtk() {
  const miniBrowser = fromEnvironment('MINIBROWSER') ?? first(SYSTEM.miniBrowser)
  const driver = fromEnvironment('WEBKIT_DRIVER') ?? first(SYSTEM.driver)
  const display = first(SYSTEM.display)
  return miniBrowser && driver && display ? { miniBrowser, driver, display } : undefined
}

/**
 * Whether the test tool has downloaded its own.
 * @param {Engine} engine
 */
export function hasOwn(engine) {
  const playwright = createRequire(import.meta.url)('playwright')
  return existsSync(playwright[engine].executablePath())
}

/**
 * Whether tests can run in this engine, by one way or another.
 * @param {Engine} engine
 */
export function hasEngine(engine) {
  if (hasOwn(engine)) return true
  if (engine === 'webkit') return webKitGtk() !== undefined
  const { executablePath } = engine === 'chromium' ? chromium() : firefox().launchOptions
  return executablePath !== undefined
}

/**
 * @param {string} name of the variable
 * @returns {string | undefined}
 */
function fromEnvironment(name) {
  const path = process.env[name]
  if (!path || existsSync(path)) return path || undefined
  throw new Error(`${name}=${path}: there is no such file. Correct the path, or unset ${name}.`)
}

/** @param {readonly string[]} paths */
function first(paths) {
  return paths.find((path) => existsSync(path))
}
