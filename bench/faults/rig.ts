import { cp, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Engine } from './browsers/browser.ts'
import { launchByPlaywright } from './browsers/playwright-browser.ts'
import { launchWebKit } from './browsers/webkit-browser.ts'
import { startCollector, type CollectorProcess } from './collector-process.ts'
import { compileSmallJourney } from './journey.ts'
import type { Fault } from './plan.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { readRows, type StoredRow } from './stored-rows.ts'
import type { Sender } from './site/page-options.ts'
import type { Scenery } from './stage.ts'

/** A collector, and its disk where that can be filled. */
export interface FaultyCollector extends CollectorProcess {
  readonly disk: SmallDisk | undefined
}

/** What all faults of a run share. */
export interface Rig {
  readonly browser: (engine: Engine) => Promise<Browser>
  /** The one that all share, or the fault's own. */
  readonly collectorOf: (fault: Fault) => Promise<FaultyCollector>
  readonly scenery: (sender: Sender) => Scenery
  /** Stops the collectors, and gives all that is in their files. */
  readonly readAll: () => Promise<readonly StoredRow[]>
  readonly close: () => Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SCRIPT_DIR = join(ROOT, 'packages/sdk/dist/script')

/** @throws {Error} If the script tag has not been built. */
export async function openRig(): Promise<Rig> {
  if (!existsSync(join(SCRIPT_DIR, 'firstwin.js'))) {
    throw new Error('The script tag is not built: run `npm run build` first.')
  }
  const folder = await mkdtemp(join(tmpdir(), 'firstwin-faults-'))
  const scriptDir = join(folder, 'script')
  // A copy: a build may run meanwhile.
  await cp(SCRIPT_DIR, scriptDir, { recursive: true })
  const journey = compileSmallJourney()
  const trackersDir = join(ROOT, 'bench/node_modules')
  const browsers = new Map<Engine, Promise<Browser>>()
  const collectors = createCollectors(folder)

  return {
    browser(engine) {
      const browser = browsers.get(engine) ?? launch(engine)
      browsers.set(engine, browser)
      return browser
    },
    collectorOf: collectors.of,
    scenery: (sender) => ({ sender, scriptDir, trackersDir, journey }),
    readAll: () => collectors.readAll(),
    async close() {
      for (const browser of browsers.values()) await (await browser).close()
      await collectors.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launch(engine: Engine): Promise<Browser> {
  return engine === 'webkit' ? launchWebKit() : launchByPlaywright(engine)
}

function createCollectors(folder: string) {
  const all: Promise<FaultyCollector>[] = []
  let shared: Promise<FaultyCollector> | undefined

  function start(name: string, kind: Fault['kind']['ownCollector']): Promise<FaultyCollector> {
    const collector = startOn(join(folder, name), kind === 'small-disk')
    all.push(collector)
    return collector
  }

  async function stop(): Promise<void> {
    for (const collector of all) await (await collector).stop()
  }

  return {
    of: ({ id, kind }: Fault): Promise<FaultyCollector> =>
      kind.ownCollector ? start(id, kind.ownCollector) : (shared ??= start('shared', undefined)),
    async readAll(): Promise<readonly StoredRow[]> {
      await stop()
      const files = await Promise.all(all)
      return files.flatMap(({ file }) => readRows(file))
    },
    async close(): Promise<void> {
      await stop()
      for (const collector of all) await (await collector).disk?.unmount()
    },
  }
}

async function startOn(folder: string, isSmall: boolean): Promise<FaultyCollector> {
  const disk = isSmall ? await mountSmallDisk(folder) : undefined
  return { ...(await startCollector(join(folder, 'events.sqlite'))), disk }
}
