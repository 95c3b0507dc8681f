import { spawn } from 'node:child_process'
import { buildParts } from './build/build-parts.js'
import { install } from './prepare/install.js'
import { checkNodeVersion } from './prepare/node-version.js'
import { NODE, ROOT } from './prepare/root.js'
import { toolsFirst } from './prepare/run.js'
import { runMain } from './prepare/stop.js'
import { checkWritable } from './prepare/writable.js'

/**
 * `npm start`: from a fresh clone to the running example. Installs and builds what is missing, then
 * hands over to start-demo.ts under the project's own Node 24.
 */
async function main() {
  checkNodeVersion()
  checkWritable(ROOT)
  console.log('Firstwin')
  await install()
  await buildParts(['script', 'studio', 'example', 'journey'])
  process.exitCode = await runDemo()
}

/** Lives as long as the demo. Ctrl+C reaches both; this process waits for that one to end well. */
function runDemo() {
  const demo = spawn(NODE, ['--conditions=@firstwin/source', 'scripts/start-demo.ts'], {
    cwd: ROOT,
    env: toolsFirst(),
    stdio: 'inherit',
  })
  // A terminal sends Ctrl+C to the whole group, so the demo may hear it twice: it minds the first.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => demo.kill(signal))
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => demo.on('close', (code) => resolve(code ?? 1)))
  return ended
}

await runMain(main)
