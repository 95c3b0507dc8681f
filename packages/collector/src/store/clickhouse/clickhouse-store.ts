import type { DatedEvent, EventStore, KeptProgress } from '../event-store.ts'
import { createClient } from './client.ts'
import { dialectOf } from './dialect.ts'
import { eraseBefore } from './erase-before.ts'
import { deletePerson, erasePerson, type Eraser } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { createInsertQueue } from './insert-queue.ts'
import { createInsertRows } from './insert-rows.ts'
import { factMarkers } from './marker.ts'
import { migrate } from './migrate.ts'
import { parseAddress, type Address } from './parse-address.ts'
import { readProgress, writeProgress } from './progress.ts'
import { findQuorum } from './quorum.ts'
import { readBaseline } from './read-baseline.ts'
import { readEvidence, readJourneys } from './read-evidence.ts'
import { createPages } from './read-pages.ts'
import { readServerEvents } from './read-server-events.ts'
import { readSimilar } from './read-similar.ts'
import { textIn } from './row.ts'
import { createToDigest, readSalt } from './salt.ts'
import type { Place } from './schema.ts'
import { writeEvents } from './write-events.ts'

/** ClickHouse likes ten thousand rows; more take long to build and to answer. */
const MAX_ITEMS = 10_000

/** Before version 20.10 one insert with a quorum had to be through before the next one. */
const SLOTS = 4
const OLD_SLOTS = 1

export interface ClickHouseOptions {
  /** How many milestones are in the collector's memory at once, about, while it works out results. */
  readonly pageRows?: number
}

/**
 * Keeps events in ClickHouse, one server or a cluster, for any number of collectors at once. The
 * address is that of `parseAddress`. Makes what tables are missing.
 *
 * Here `append` says of each event whether it was new *as far as this collector could see*: two
 * collectors that get the same event in the same second both call it new. Results count it once.
 *
 * @example
 * const store = await openClickHouseStore('clickhouse://firstwin:secret@db1:8123,db2:8123/firstwin?cluster=main')
 * @throws {CollectorSetupError} If the address cannot be used.
 * @throws {StoreError} If ClickHouse does not answer or refuses.
 */
export async function openClickHouseStore(
  text: string,
  options: ClickHouseOptions = {},
): Promise<EventStore> {
  const address = parseAddress(text)
  const client = createClient({ address })
  const [row = {}] = await client.rows('SELECT version() AS version')
  const dialect = dialectOf(textIn(row, 'version'))
  const { database, cluster } = address
  const place: Place = { database, cluster, dialect }
  const quorum = await findQuorum(client, address)
  await migrate(client, place)
  const insert = createInsertRows({ client, place, quorum })
  const toDigest = createToDigest(await readSalt(client, place))
  const pages = createPages(client, place, options.pageRows)
  return { ...createStore({ client, place, insert, toDigest }, address), pages }
}

function createStore(eraser: Eraser, { waitMs }: Address): EventStore {
  const { client, place } = eraser
  const writing = {
    ...eraser,
    eraseOwners: (writeKey: string, owners: readonly string[]) =>
      deletePerson(eraser, { writeKey, userId: undefined, owners }),
  }
  const queue = {
    maxItems: MAX_ITEMS,
    slots: place.dialect.modern ? SLOTS : OLD_SLOTS,
    schedule: (close: () => void) => void setTimeout(close, waitMs),
  }
  const write = (events: readonly DatedEvent[]) => writeEvents(writing, events)
  const events = createInsertQueue<DatedEvent, boolean>({ ...queue, write })
  const parts = createInsertQueue<KeptProgress, void>({
    ...queue,
    slots: 1,
    write: (some) => writeProgress(eraser, some),
  })

  return {
    append: (some) => events.push(some),
    waiting: events.waiting,
    journeys: (writeKey) => readJourneys(client, place, writeKey),
    evidence: (writeKey, journey, { bots = false } = {}) =>
      readEvidence(client, place, { writeKey, journey, bots }),
    baseline: (writeKey, journey) => readBaseline(client, place, { writeKey, journey }),
    similar: (...[writeKey, journey, setup, traits]) =>
      readSimilar(client, place, { writeKey, journey, setup, traits }),
    serverEvents: (...[writeKey, userId, after, limit]) =>
      readServerEvents(client, place, { writeKey, userId, after, limit }),
    exportPerson: (writeKey, userId) => exportPerson(client, place, { writeKey, userId }),
    erasePerson: (writeKey, userId) => erasePerson(eraser, { writeKey, userId }),
    eraseBefore: (at) => eraseBefore(eraser, at),
    keepProgress: async (progress) => void (await parts.push([progress])),
    progress: (writeKey, journey, userId) =>
      readProgress(client, place, { writeKey, journey, userId }),
    check: () => eraser.insert(factMarkers()),
    close: async () => {
      await Promise.all([events.drain(), parts.drain()])
    },
  }
}
