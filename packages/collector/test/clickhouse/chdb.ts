import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const INSTALLED = fileURLToPath(new URL('../../../../bench/clickhouse', import.meta.url))

/** The folder whose `node_modules` has `chdb`. */
function modules(): string {
  const folder = process.env['FIRSTWIN_CHDB'] ?? INSTALLED
  if (existsSync(join(folder, 'node_modules/chdb'))) return folder
  throw new Error('chdb is not installed. `npm run test:clickhouse` does that.')
}

/** Starts `chdb-server.ts` on an empty folder, which goes with `stop()`. */
export async function startChdb() {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-chdb-'))
  const script = fileURLToPath(new URL('chdb-server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, join(folder, 'data'), modules()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  const host = `127.0.0.1:${String(port).trim()}`

  return {
    host,
    folder,
    pid: child.pid ?? 0,
    address: (database: string) => `clickhouse://${host}/${database}?wait=1`,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
