import { createCollector, createSqliteStore, serve } from '@firstwin/collector'
import { serveBare } from './serve-bare.ts'

/** High enough for one machine that sends as much as a hundred thousand pages. */
const FAST = { perSecond: 1_000_000, burst: 1_000_000 }

// A server in a process of its own: `collector` with everything on, or the `bare` one. Says its
// port, and when asked, what it has used.
const [kind = '', file = '', key = ''] = process.argv.slice(2)
const store = createSqliteStore(file)
const running =
  kind === 'bare'
    ? await serveBare(store, key)
    : await serve(
        createCollector({
          store,
          keys: [{ key, origins: ['https://app.example.com'] }],
          limits: { perKey: FAST, perAddress: FAST },
        }),
        { port: 0 },
      )

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const { rss } = process.memoryUsage()
  process.send?.({ cpuSeconds: (user + system) / 1e6, rss })
})
// The run is gone, perhaps already while this was starting: so are we.
if (!process.connected) process.exit()
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => void running.close().then(() => process.exit()))
process.send?.({ port: running.port })
