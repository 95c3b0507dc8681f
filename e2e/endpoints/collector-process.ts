import { createCollector, createSqliteStore, serve } from '@firstwin/collector'

/* Run by a test as a process of its own: a collector with one product. Says its port. */

const [origin = '', key = '', secret = ''] = process.argv.slice(2)
const store = createSqliteStore(':memory:')
const collector = createCollector({ store, keys: [{ key, origins: [origin], secret }] })
const { port } = await serve(collector, { port: 0 })
process.send?.(port)
// The test is gone: so are we.
process.on('disconnect', () => process.exit(0))
