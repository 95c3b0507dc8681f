import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { event } from '@firstwin/schema'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { createClient } from '../../src/store/clickhouse/client.ts'
import { parseAddress } from '../../src/store/clickhouse/parse-address.ts'
import type { DatedEvent, EventStore } from '../../src/store/event-store.ts'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { startChdb } from './chdb.ts'

/**
 * Measures what `docs/scale.md` plans with: bytes an event and events a CPU second, of SQLite and
 * of the current ClickHouse, given the same events in the same order in batches of ten.
 *
 *     node --conditions=@firstwin/source packages/collector/test/clickhouse/measure.ts [events]
 */
const COUNT = Number(process.argv[2] ?? 200_000)
const BATCH = 10
/** Requests that are under way at once. */
const AT_ONCE = 1_000
const KEY = 'pk_live_3fd9a1c07be24d55'
const REPORTS = ['step_viewed', 'step_completed', 'guide_started', 'guide_completed', 'invited']
const START = Date.UTC(2026, 10, 22)
const JOURNEY = 'mail-tool'

/** A UUID of version 7. */
function idAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  const tail = randomBytes(10).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(4, 7)}-${tail.slice(7, 19)}`
}

/**
 * A visit: one batch of a user's reports, with a win and a setup in each third. Visits last minutes and begin
 * every millisecond, so that neighbours in time are strangers: that is what compression has to do
 * with in a large installation.
 */
function visit(number: number): DatedEvent[] {
  const user = createHash('sha256')
    .update(String(number % Math.ceil(COUNT / BATCH / 2)))
    .digest('hex')
  const company = Number.parseInt(user.slice(0, 3), 16)
  const session = idAt(START + number)
  const device = `${user.slice(16, 24)}-${user.slice(24, 28)}-4${user.slice(29, 32)}-a${user.slice(33, 36)}-${user.slice(36, 48)}`
  const receivedAt = START + number + 600_000
  return Array.from({ length: BATCH }, (_, index) => {
    const at = receivedAt - 1_000 - Math.floor(((BATCH - index) * 600_000 * Math.random()) / BATCH)
    const win = index === BATCH - 1 && number % 3 === 0
    const name = index === 0 ? 'journey_started' : (REPORTS[index % REPORTS.length] ?? '')
    const applied = index === 8 && number % 3 === 0
    const guide = `guide-${(company + index) % 12}`
    const place = { session, sequence: index, guide, step: `step-${index}` }
    const wire = {
      type: 'track',
      messageId: idAt(at),
      event: win ? 'win_reached' : applied ? 'setup_applied' : name,
      anonymousId: device,
      userId: user.slice(0, 16),
      timestamp: new Date(at).toISOString(),
      properties: {
        journey: JOURNEY,
        journeyHash: 'b3f1c9d2e4a5',
        path: 'first-mail',
        ...place,
        ...(applied ? { setup: 'template', values: { seats: company % 9, tone: 'warm' } } : {}),
        ...(win ? { win: 'first-mail-sent', tier: 'first-strike', ttvMs: 372_000 + number } : {}),
      },
      context: {
        groupId: `company-${company}`,
        library: { name: 'firstwin', version: '1.0.0' },
        locale: company % 3 === 0 ? 'ja' : 'en',
        page: { path: `/part-${company % 40}/:id` },
      },
    }
    const dated = { at, sentAt: receivedAt, receivedAt, bot: false, writeKey: KEY }
    return { ...dated, event: event.parse(wire) }
  })
}

async function fill(store: EventStore, batches: readonly DatedEvent[][]): Promise<void> {
  for (let start = 0; start < batches.length; start += AT_ONCE) {
    await Promise.all(batches.slice(start, start + AT_ONCE).map((batch) => store.append(batch)))
  }
}

/** CPU seconds for a million events, of both processes. */
async function costOf(ask: () => Promise<unknown>, serverSeconds: () => number): Promise<string> {
  const [cpu, server] = [process.cpuUsage(), serverSeconds()]
  await ask()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (user + system) / 1e6 + serverSeconds() - server
  return ((seconds / COUNT) * 1e6).toFixed(1)
}

interface Measured {
  readonly name: string
  readonly store: EventStore
  readonly bytes: () => Promise<number>
  /** CPU seconds of another process that works for it. */
  readonly serverSeconds: () => number
}

async function measure({ name, store, bytes, serverSeconds }: Measured, batches: DatedEvent[][]) {
  const [cpu, server, from] = [process.cpuUsage(), serverSeconds(), performance.now()]
  await fill(store, batches)
  const seconds = (performance.now() - from) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  const own = (user + system) / 1e6
  const theirs = serverSeconds() - server
  const read = performance.now()
  const { milestones } = await store.evidence(KEY, JOURNEY)
  const readMs = performance.now() - read
  const asked = await costOf(() => store.baseline(KEY, JOURNEY), serverSeconds)
  const alike = await costOf(() => store.similar(KEY, JOURNEY, 'template', {}), serverSeconds)
  const size = await bytes()
  const per = (value: number) => Math.round(COUNT / value).toLocaleString('en')
  process.stdout.write(
    [
      `${name}: ${per(seconds)} events/s`,
      `${per(own)} events a CPU second of the collector`,
      theirs > 0 ? `${per(theirs)} of the server` : '',
      `${(size / COUNT).toFixed(1)} bytes an event`,
      `evidence of ${milestones.length} milestones in ${Math.round(readMs)} ms`,
      `baseline ${asked} and similar ${alike} CPU seconds for a million events`,
    ]
      .filter(Boolean)
      .join(', ') + '\n',
  )
}

async function measureSqlite(batches: DatedEvent[][]): Promise<void> {
  const file = join(tmpdir(), `firstwin-measure-${process.pid}.db`)
  const store = createSqliteStore(file)
  const bytes = async () => statSync(file).size + statSync(`${file}-wal`).size
  await measure({ name: 'SQLite', store, bytes, serverSeconds: () => 0 }, batches)
  await store.close()
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(`firstwin-measure-${process.pid}`)) rmSync(join(tmpdir(), name))
  }
}

async function measureClickHouse(batches: DatedEvent[][]): Promise<void> {
  const server = await startChdb()
  try {
    const address = server.address('firstwin').replace(/wait=.*/, 'wait=200')
    const store = await openClickHouseStore(address)
    const client = createClient({ address: parseAddress(address) })
    const bytes = async () => {
      for (const table of ['events', 'facts']) {
        await client.run({ sql: `OPTIMIZE TABLE firstwin.${table} FINAL` })
      }
      const rows = await client.rows(
        `SELECT table, column, sum(column_data_compressed_bytes) AS bytes,
           sum(column_data_uncompressed_bytes) AS raw
         FROM system.parts_columns WHERE database = 'firstwin' AND active
         GROUP BY table, column ORDER BY table, bytes DESC`,
      )
      for (const row of rows) {
        const [packed, raw] = [Number(row['bytes']) / COUNT, Number(row['raw']) / COUNT]
        const name = `${String(row['table'])}.${String(row['column'])}`
        process.stdout.write(`  ${name}: ${packed.toFixed(2)} of ${raw.toFixed(1)}\n`)
      }
      const parts = await client.rows(
        `SELECT table, sum(bytes_on_disk) AS bytes FROM system.parts
         WHERE database = 'firstwin' AND active GROUP BY table ORDER BY table`,
      )
      for (const row of parts) {
        const size = Number(row['bytes']) / COUNT
        process.stdout.write(`  ${String(row['table'])}: ${size.toFixed(1)} bytes an event\n`)
      }
      return parts.reduce((sum, row) => sum + Number(row['bytes']), 0)
    }
    const serverSeconds = () => cpuOf(server.pid)
    await measure({ name: 'ClickHouse', store, bytes, serverSeconds }, batches)
    await store.close()
  } finally {
    await server.stop()
  }
}

/** User and system time so far, in ticks of a hundredth of a second. */
function cpuOf(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = after.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

const batches = Array.from({ length: COUNT / BATCH }, (_, number) => visit(number))
const raw = batches.flat().reduce((sum, { event: one }) => sum + JSON.stringify(one).length, 0)
process.stdout.write(`${COUNT} events of ${(raw / COUNT).toFixed(0)} bytes of JSON\n`)
await measureSqlite(batches)
await measureClickHouse(batches)
