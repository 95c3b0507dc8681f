import { join } from 'node:path'
import { findTakenPort } from './demo/find-taken-port.ts'
import { readPorts, toTakenMessage } from './demo/ports.ts'
import { reportExampleJourney } from './demo/example-journey.ts'
import { startStack, type Stack, type StackOptions } from './demo/start-stack.ts'
import { ROOT } from './prepare/root.js'
import { Stop, runMain } from './prepare/stop.js'
import { checkWritable } from './prepare/writable.js'

const HOST = 'localhost'

/**
 * Runs the example with its collector until it is told to stop (Ctrl+C). Started by scripts/start.js,
 * which has built what this needs.
 */
async function main(): Promise<void> {
  const ports = readPorts(process.env)
  const dataDir = process.env['FIRSTWIN_DATA'] ?? join(ROOT, '.data')
  checkWritable(dataDir)
  const taken = await findTakenPort(Object.values(ports))
  if (taken !== undefined) throw new Stop(toTakenMessage(taken, ports))

  const stack = await start({ ...ports, dataDir, host: HOST })
  console.log(`\n${reportExampleJourney()}\n`)
  console.log(`  Example application   ${stack.appUrl}`)
  console.log(`  Its inbox             ${stack.appUrl}/inbox`)
  console.log(`  Results screen        ${stack.collectorUrl}`)
  console.log(`  Data is kept in       ${dataDir}\n`)
  console.log('Stop with Ctrl+C.')
  stopOnSignal(stack)
}

/** What keeps the parts from starting, they say in words that the reader can act on. */
async function start(options: StackOptions): Promise<Stack> {
  try {
    return await startStack(options)
  } catch (error) {
    if (error instanceof Error) throw new Stop(error.message, { cause: error })
    throw error
  }
}

/** Ctrl+C, or a polite kill, once: what was accepted is written before the process ends. */
function stopOnSignal(stack: Stack): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await stack.stop()
    console.log('\nStopped. All events that were accepted are on disk.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void runMain(stop))
  }
}

await runMain(main)
