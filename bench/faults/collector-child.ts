import { createCollector, createSqliteStore, serve } from '@firstwin/collector'

/* Run by collector-process.ts as a process of its own. Says its port once it listens. */

const store = createSqliteStore(process.argv[2] ?? '')
const keys = [{ key: 'pk_faults', origins: '*' as const }]
const running = await serve(createCollector({ store, keys }), { port: 0 })
process.stdout.write(`${running.port}\n`)

async function end(): Promise<void> {
  await running.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
// The run is gone: so are we.
process.on('disconnect', () => void end())
