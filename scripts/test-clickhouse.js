import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNodeVersion } from './prepare/node-version.js'
import { install } from './prepare/install.js'
import { ROOT } from './prepare/root.js'
import { run } from './prepare/run.js'
import { step } from './prepare/step.js'
import { Stop, runMain } from './prepare/stop.js'

const CHDB = join(ROOT, 'bench/clickhouse')
const CONFIG = join(ROOT, 'packages/collector/test/clickhouse/vitest.config.ts')
/** What pages send to a ClickHouse themselves. */
const ROWS = 'packages/sdk/src/endpoints/ndjson-clickhouse'
const SERVER = '/usr/sbin/clickhouse-server'
const KEEPER = '/usr/share/java/zookeeper.jar'

/**
 * `npm run test:clickhouse`: the store in ClickHouse against real engines. A current one runs in a process of
 * ours; the system's packaged one (Debian has it) as a cluster on this machine. Names of files after
 * `--` choose: `current`, `cluster`, `killed`. Takes about eight minutes.
 */
async function main() {
  checkNodeVersion()
  await install()
  if (!existsSync(join(CHDB, 'node_modules/chdb'))) {
    await step('Installing the current engine (once, 546 MB)', installChdb)
  }
  if (!existsSync(SERVER) || !existsSync(KEEPER)) await installServer()
  const vitest = join(ROOT, 'node_modules/.bin/vitest')
  const names = process.argv.slice(2)
  const { code } = await run(vitest, ['run', '--config', CONFIG, ...names], { loud: true })
  process.exitCode = code
  if (names.length > 0) return
  const rows = await run(vitest, ['run', '--project', 'node', ROWS], { loud: true })
  process.exitCode = code || rows.code
}

function installChdb() {
  return run('npm', ['install', '--prefix', CHDB, '--no-audit', '--no-fund'])
}

async function installServer() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Stop('Install the packages clickhouse-server and zookeeper, and java, first.')
  }
  const names = ['clickhouse-server', 'zookeeper', 'default-jre-headless']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await step('Installing the system’s ClickHouse (once)', () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env }),
  )
}

await runMain(main)
