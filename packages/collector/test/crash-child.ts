import { createCollector, createSqliteStore, serve } from '../src/index.ts'
import { WRITE_KEY } from './wire.ts'

// A collector in a process of its own, to be killed. Says its port once it listens.
const store = createSqliteStore(process.argv[2] ?? '')
const collector = createCollector({ store, keys: [{ key: WRITE_KEY, origins: '*' }] })
const { port } = await serve(collector, { port: 0 })
process.stdout.write(`${port}\n`)
