import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The real collector, in a process of its own. */
export interface CollectorProcess {
  readonly file: string
  readonly url: () => string
  /** SIGKILL: nothing is written, nothing said. Resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Ends as a service manager ends it. */
  readonly stop: () => Promise<void>
  /** On the same file; on another port, which the gate asks for. */
  readonly start: () => Promise<void>
}

const CHILD = fileURLToPath(new URL('collector-child.ts', import.meta.url))
const FLAGS = ['--conditions=@firstwin/source', '--disable-warning=ExperimentalWarning']

export async function startCollector(file: string): Promise<CollectorProcess> {
  let child: ChildProcess | undefined
  let port = 0

  async function start(): Promise<void> {
    child = spawn(process.execPath, [...FLAGS, CHILD, file], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    port = await portOf(child)
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  await start()
  return {
    file,
    // Port 1 refuses: nothing may run there.
    url: () => `http://127.0.0.1:${port || 1}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line) => resolve(Number(line)))
    child.once('exit', (code) => reject(new Error(`The collector ended with ${code}.`)))
  })
}
