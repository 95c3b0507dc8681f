import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  createCollector,
  serve,
  type Collector,
  type CollectorOptions,
  type EventStore,
} from '@firstwin/collector'
import type { Command } from '../command.ts'
import { openStore } from '../open-store.ts'
import type { Input } from '../read-input.ts'
import { firstWords, scriptTag, type Start } from '../serve/first-words.ts'
import { createHandedOut, journeyPath, scriptPath, type HandedOut } from '../serve/handed-out.ts'
import { keepRetention } from '../serve/keep-retention.ts'
import { createLog } from '../serve/log.ts'
import { readPlan, type Plan } from '../serve/plan.ts'
import { SERVE_SETTINGS } from '../serve/settings.ts'
import type { World } from '../world.ts'

export const serveCommand: Command = {
  name: 'serve',
  about: {
    en: 'Starts the collector with its results screen, on a store that needs nothing else.',
    ja: 'コレクターと結果の画面を起動します。ほかに必要なものはありません。',
  },
  settings: SERVE_SETTINGS,
  run: runServe,
}

async function runServe(input: Input, world: World): Promise<number> {
  const plan = readPlan(input, world)
  const { port, host, keepMs, logForm, drainMs } = plan
  const log = createLog(logForm, world)
  const store = await openStore(input, world)
  const { version, journeys } = plan
  const handedOut = createHandedOut({ scriptDir: world.scriptDir, version, journeys })
  // Known once it listens, and nobody asks before.
  let url = ''
  const tagOf = (writeKey: string) => scriptTag({ ...toStart(plan, url, handedOut), writeKey })
  const parts = { store, log, now: world.now, scriptTag: tagOf }
  const collector = withHandedOut(startCollector(plan, parts), handedOut)
  const server = await serve(collector, { port, host, retireMs: drainMs }).catch((error: unknown) =>
    closeAndThrow(store, error),
  )
  url = server.url
  const stopRetention = keepRetention({ store, keepMs, now: world.now, log })
  const message = `Firstwin ${plan.version} listens on ${url}`
  if (logForm === 'json') log({ level: 'info', event: 'listening', message })
  else world.print(firstWords(toStart(plan, url, handedOut), world.language))

  await world.untilStopped()
  stopRetention()
  await server.close()
  const last = 'Stopped. All events that were accepted are on disk.'
  log({ level: 'info', event: 'stopped', message: last })
  return 0
}

async function closeAndThrow(store: EventStore, error: unknown): Promise<never> {
  await store.close()
  throw error
}

type Parts = Pick<CollectorOptions, 'store' | 'log' | 'now' | 'scriptTag'>

function startCollector(plan: Plan, parts: Parts): Collector {
  const { journeys, identity, trustProxy, limits, keys } = plan
  const studioDir = findStudio()
  return createCollector({
    ...parts,
    journeys,
    identity,
    trustProxy,
    limits,
    studioDir,
    ...keys.options,
  })
}

function toStart(plan: Plan, url: string, { integrityOf }: HandedOut): Start {
  const { version, publicUrl = url, folder, keys, journeys, anyOrigin } = plan
  const [first] = journeys
  const script = scriptPath(version)
  const integrity = integrityOf(script)
  return {
    version,
    url,
    publicUrl,
    folder,
    anyOrigin,
    writeKey: keys.options.keys[0]?.key ?? '',
    readKeyFile: keys.readKeyFile,
    script: integrity === undefined ? undefined : { path: script, integrity },
    journeyPath: first && journeyPath(first.id),
  }
}

/** What every page may fetch comes before the collector's own routes. */
function withHandedOut(collector: Collector, handedOut: HandedOut): Collector {
  return {
    ...collector,
    fetch: async (request, connection) =>
      handedOut.answer(request) ?? collector.fetch(request, connection),
  }
}

/** The built results screen: beside us in the package, and in its own folder in the workspace. */
function findStudio(): string {
  const packed = fileURLToPath(new URL('../../dist/studio', import.meta.url))
  return existsSync(packed)
    ? packed
    : fileURLToPath(new URL('../../../studio/dist', import.meta.url))
}
