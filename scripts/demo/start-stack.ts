import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCollector, createSqliteStore, serve, type Collector } from '@firstwin/collector'
import { createDemoClock, type DemoClock } from '../../examples/mail-tool/src/server/demo-clock.ts'
import { startMailTool } from '../../examples/mail-tool/src/server/start.ts'
import { ROOT } from '../prepare/root.js'
import { readExampleJourney } from './example-journey.ts'

/** The write key of the example. It is public, as every write key is: it stands in the page. */
const KEY = 'pk_live_example'

export interface StackOptions {
  /** Where the collector and the example keep what must survive a restart. Made if missing. */
  dataDir: string
  /** The example application. `0` takes a free one, as for the others. */
  appPort: number
  /** The collector and its results screen. */
  collectorPort: number
  smtpPort: number
  /** @default 'localhost' */
  host?: string
}

export interface Stack {
  appUrl: string
  collectorUrl: string
  /** The one time that the example, the SDK in it and the collector live in. */
  clock: DemoClock
  /** Resolves when what was accepted is on disk and the ports are free. */
  stop: () => Promise<void>
}

/**
 * Starts the collector with its results screen, and the example application that reports to it, in
 * this process.
 * @throws If a port is taken or the folder cannot be written; what had started is stopped.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, host = 'localhost' } = options
  mkdirSync(dataDir, { recursive: true })
  const clock = createDemoClock()
  const collector = openCollector(options, clock)
  const served = await serve(collector, { port: options.collectorPort, host })
  try {
    const app = await startMailTool({
      port: options.appPort,
      smtpPort: options.smtpPort,
      dataDir: join(dataDir, 'mail-tool'),
      firstwin: {
        scriptDir: join(ROOT, 'packages/sdk/dist/script'),
        endpoint: `${served.url}/v1/batch`,
        key: KEY,
      },
      clock,
      host,
    })
    return {
      appUrl: app.url,
      collectorUrl: served.url,
      clock,
      // The example first: until it has stopped, it may still be reporting.
      stop: async () => {
        await app.stop()
        await served.close()
      },
    }
  } catch (error) {
    await served.close()
    throw error
  }
}

function openCollector({ dataDir, appPort }: StackOptions, clock: DemoClock): Collector {
  const { journey } = readExampleJourney()
  // A port that is not known yet cannot be named; such a stack lives as long as a test.
  const origins = ['localhost', '127.0.0.1'].map((name) => `http://${name}:${appPort}`)
  return createCollector({
    store: createSqliteStore(join(dataDir, 'events.sqlite')),
    keys: [{ key: KEY, origins: appPort === 0 ? '*' : origins }],
    journeys: journey ? [journey] : [],
    now: clock.now,
    studioDir: join(ROOT, 'packages/studio/dist'),
    // Whoever tests the example with a browser that nobody looks at wants to see what came of it.
    isBot: () => false,
  })
}
