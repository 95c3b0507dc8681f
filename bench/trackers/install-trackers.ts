import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BENCH = fileURLToPath(new URL('..', import.meta.url))

/**
 * Installs what bench/package.json pins, unless it is there. None of their install scripts run.
 * @throws {Error} If npm could not.
 */
export async function installTrackers(): Promise<void> {
  if (existsSync(`${BENCH}node_modules/posthog-js`)) return
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: BENCH,
    stdio: 'inherit',
  })
  const [code] = await once(npm, 'exit')
  if (code !== 0) throw new Error(`npm ci in ${BENCH} ended with ${String(code)}.`)
}
