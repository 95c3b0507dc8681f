import { run } from './run.ts'
import { languageOf } from './words.ts'
import type { World } from './world.ts'

export interface MainOptions {
  /** The folder of the built script tag. `serve` hands it out where there is one. */
  readonly scriptDir?: URL
}

/** Runs the command line of this process, and sets its exit code. */
export async function main({ scriptDir }: MainOptions = {}): Promise<void> {
  quietenSqlite()
  endWithReader()
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    folder: process.cwd(),
    language: languageOf(process.env),
    scriptDir,
    now: Date.now,
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    untilStopped,
  } satisfies World)
}

/**
 * Resolves at the first wish to stop. The second one, which means "now", is Node's own: there is no
 * listener any more.
 */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })
}

/** `firstwin export-user … | head`: whoever reads has seen enough. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Node calls its SQLite experimental, once in each process. Our reader can do nothing about it. */
function quietenSqlite(): void {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (String(warning).includes('SQLite is an experimental feature')) return
    Reflect.apply(emitWarning, undefined, [warning, ...rest])
  }
}
