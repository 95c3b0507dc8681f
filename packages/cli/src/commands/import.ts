import { accessSync, constants, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ImportError, offsetMs, readPast, type ReadPastOptions } from '@firstwin/collector'
import type { Command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { createPastJourneys } from '../import/past-journeys.ts'
import { IMPORT_SETTINGS } from '../import/settings.ts'
import { countReport, countRow, newTally } from '../import/tally.ts'
import { tell } from '../import/tell.ts'
import { toReportEvent } from '../import/to-report-event.ts'
import { createWriter, nowhere, type Writer } from '../import/writer.ts'
import { openStore } from '../open-store.ts'
import { pathOf, unreadable } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import { productKey } from '../serve/keys.ts'
import { readVersion } from '../version.ts'
import type { World } from '../world.ts'

export const importCommand: Command = {
  name: 'import',
  about: {
    en: 'Brings in past events and traits from CSV or JSON lines. Shows first what would come; doing it twice changes nothing.',
    ja: '過去のイベントや属性を CSV か JSON Lines から取り込みます。まず内容を示し、二度行っても重複しません。',
  },
  takes: 'FILE',
  settings: IMPORT_SETTINGS,
  run: runImport,
}

async function runImport(input: Input, world: World): Promise<number> {
  const [file, ...more] = input.words
  if (file === undefined || more.length > 0) {
    throw new UsageError('Name one file: firstwin import FILE')
  }
  checkReadable(file, world)
  const options = readOptions(file, input, world)
  const writer = input.has('yes') ? await openWriter(input, world) : nowhere
  try {
    return await importFile({ file, input, world, options, writer })
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    throw new UsageError(`${file}: ${error.message}`, { cause: error })
  } finally {
    await writer.close()
  }
}

/** Before a store is opened for it. */
function checkReadable(file: string, world: World): void {
  const path = pathOf(file, world)
  try {
    accessSync(path, constants.R_OK)
  } catch (error) {
    throw new UsageError(unreadable(file, error), { cause: error })
  }
  if (statSync(path).isDirectory()) throw new UsageError(`${file} is a folder. Name a file in it.`)
}

interface Import {
  readonly file: string
  readonly input: Input
  readonly world: World
  readonly options: ReadPastOptions
  readonly writer: Writer
}

async function importFile({ file, input, world, options, writer }: Import): Promise<number> {
  const journeyFile = input.one('journey')
  const journey = journeyFile === undefined ? undefined : readJourney(journeyFile, world)
  const past = journey && createPastJourneys(journey)
  const tally = newTally()
  const handle = await open(pathOf(file, world))
  try {
    for await (const result of readPast(handle.createReadStream(), options)) {
      countRow(tally, result)
      if (!result.ok) continue
      past?.add(result.event, result.at)
      await writer.write(result)
    }
  } finally {
    await handle.close()
  }
  for (const report of past?.reports(world.now()) ?? []) {
    countReport(tally, report)
    if (journey) await writer.write(toReportEvent(report, journey, options.version))
  }
  const written = await writer.end()
  world.print(tell(tally, { written, journey: journey?.id }, world.language))
  return tally.refused.size === 0 ? 0 : 1
}

async function openWriter(input: Input, world: World): Promise<Writer> {
  const writeKey = productKey(input, world)
  return createWriter({
    store: await openStore(input, world),
    writeKey,
    now: world.now,
    pause: () => wait(1_000),
  })
}

const FORMS: Readonly<Record<string, ReadPastOptions['form']>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
}

function readOptions(file: string, input: Input, { now }: World): ReadPastOptions {
  const name = input.one('form') ?? extname(file).slice(1).toLowerCase()
  const form = FORMS[name]
  if (!form) throw new UsageError('Say what the file is: --form csv, or --form jsonl.')
  const offset = input.one('utc-offset')
  if (offset !== undefined && offsetMs(offset) === undefined) {
    throw new UsageError(`--utc-offset ${offset} is none: write +09:00, or Z.`)
  }
  const { all, one } = input
  const encoding = one('encoding')
  return {
    form,
    offset,
    encoding,
    map: all('map'),
    set: all('set'),
    now: now(),
    version: readVersion(),
  }
}
