import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCollector, serve, type Collector } from '@firstwin/collector'
import type { CompiledJourney } from '@firstwin/schema'
import type { Command } from '../command.ts'
import { dataFolder, openStore } from '../open-store.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import { firstWords, type Start } from '../serve/first-words.ts'
import { createHandedOut, journeyPath, scriptPath, type HandedOut } from '../serve/handed-out.ts'
import { keepRetention } from '../serve/keep-retention.ts'
import { readKeys, type Keys } from '../serve/keys.ts'
import { createCollectorLog, createLog } from '../serve/log.ts'
import { readLogForm, readPort, readPublicUrl, readRetention } from '../serve/options.ts'
import { SERVE_SETTINGS } from '../serve/settings.ts'
import { readVersion } from '../version.ts'
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
  const port = readPort(input)
  const form = readLogForm(input)
  const keepMs = readRetention(input)
  const publicUrl = readPublicUrl(input)
  const journeys = input.all('journey').map((file) => readJourney(file, world))
  const keys = readKeys(input, world)
  const log = createLog(form, world)
  const version = readVersion()

  const store = await openStore(input, world)
  const collector = withHandedOut(
    createCollector({
      store,
      journeys,
      log: createCollectorLog(form, world),
      studioDir: studioDir(),
      ...keys.options,
    }),
    createHandedOut({ scriptDir: world.scriptDir, version, journeys }),
  )
  const host = input.one('host') ?? '127.0.0.1'
  const server = await serve(collector, { port, host }).catch(async (error: unknown) => {
    await collector.close()
    throw error
  })
  const stopRetention = keepRetention({ store, keepMs, now: world.now, log })
  const start = { ...toStart(input, world, { keys, journeys }), version, url: server.url }
  const words = firstWords({ ...start, publicUrl: publicUrl ?? server.url }, world.language)
  if (form === 'json') log(`Firstwin ${version} listens on ${server.url}`)
  else world.print(words)

  await world.untilStopped()
  stopRetention()
  await server.close()
  log('Stopped. All events that were accepted are on disk.')
  return 0
}

function toStart(input: Input, world: World, made: { keys: Keys; journeys: CompiledJourney[] }) {
  const { keys, journeys } = made
  const first = journeys[0]
  return {
    folder: dataFolder(input),
    writeKey: keys.options.keys[0]?.key ?? '',
    readKeyFile: keys.readKeyFile,
    scriptPath: world.scriptDir && scriptPath(readVersion()),
    journeyPath: first && journeyPath(first.id),
    anyOrigin: !input.has('origin'),
  } satisfies Partial<Start>
}

/** What every page may fetch comes before the collector's own routes. */
function withHandedOut(collector: Collector, handedOut: HandedOut): Collector {
  return {
    ...collector,
    fetch: async (request, connection) =>
      handedOut(request) ?? collector.fetch(request, connection),
  }
}

/** The built results screen: beside us in the package, and in its own folder in the workspace. */
function studioDir(): string {
  const packed = fileURLToPath(new URL('../../dist/studio', import.meta.url))
  return existsSync(packed)
    ? packed
    : fileURLToPath(new URL('../../../studio/dist', import.meta.url))
}
