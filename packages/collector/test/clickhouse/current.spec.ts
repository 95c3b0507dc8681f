import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { createClient } from '../../src/store/clickhouse/client.ts'
import { dialectOf } from '../../src/store/clickhouse/dialect.ts'
import { createInsertRows } from '../../src/store/clickhouse/insert-rows.ts'
import { parseAddress } from '../../src/store/clickhouse/parse-address.ts'
import { textIn } from '../../src/store/clickhouse/row.ts'
import { factRows, toFacts } from '../../src/store/clickhouse/to-facts.ts'
import { dated, linesOf } from '../dated.ts'
import { describeStore } from '../store-suite.ts'
import { identify, START, started, WRITE_KEY } from '../wire.ts'
import { startChdb } from './chdb.ts'
import { sameAsSqlite } from './same-as-sqlite.ts'

let server: Awaited<ReturnType<typeof startChdb>>
let databases = 0

beforeAll(async () => {
  server = await startChdb()
})
afterAll(() => server.stop())

/** So that a few thousand events take several pages, and what devices did two readings. */
const PAGE_ROWS = 280

function nextAddress(): string {
  databases += 1
  return server.address(`firstwin_${databases}`)
}

const open = () => openClickHouseStore(nextAddress())

async function openMerging() {
  const address = nextAddress()
  const client = createClient({ address: parseAddress(address) })
  const merge = async () => {
    const database = `firstwin_${databases}`
    await client.run({ sql: `OPTIMIZE TABLE ${database}.facts FINAL` })
    await client.run({ sql: `OPTIMIZE TABLE ${database}.events FINAL` })
  }
  return { store: await openClickHouseStore(address, { pageRows: PAGE_ROWS }), merge }
}

describeStore('ClickHouse, current', open)
sameAsSqlite('ClickHouse, current', openMerging)

describe('ClickHouse, current', () => {
  it('is brought up to date by several collectors at once', async () => {
    const address = server.address('together')
    const stores = await Promise.all(Array.from({ length: 4 }, () => openClickHouseStore(address)))
    await expect(Promise.all(stores.map((store) => store.check()))).resolves.toHaveLength(4)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('has a row once where its insert is repeated', async () => {
    const address = nextAddress()
    const store = await openClickHouseStore(address)
    const client = createClient({ address: parseAddress(address) })
    const database = `firstwin_${databases}`
    const place = { database, cluster: undefined, dialect: dialectOf('26.7') }
    const insert = createInsertRows({ client, place, quorum: 1 })
    const facts = factRows(toFacts([dated(started({ user: 'u1' }))]))
    for (let times = 0; times < 3; times += 1) await insert(facts)
    const found = await client.rows(`SELECT count() AS n FROM ${database}.facts`)
    expect(found).toEqual([{ n: facts.rows.length }])
    await store.close()
  })

  it('counts an event once that two collectors get at the same time', async () => {
    const address = nextAddress()
    const stores = await Promise.all([openClickHouseStore(address), openClickHouseStore(address)])
    const events = Array.from({ length: 20 }, (_, index) => dated(started({ user: `u${index}` })))
    await Promise.all(stores.map((store) => store.append(events)))
    for (const store of stores) {
      const { milestones } = await store.evidence(WRITE_KEY, 'mail-tool')
      expect(milestones).toHaveLength(20)
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'u1'))).toHaveLength(3)
    }
    await Promise.all(stores.map((store) => store.close()))
  })

  it('leaves a database alone that a newer Firstwin has changed', async () => {
    const address = nextAddress()
    await (await openClickHouseStore(address)).close()
    const client = createClient({ address: parseAddress(address) })
    const sql = `INSERT INTO firstwin_${databases}.migrations (version, rank) FORMAT JSONEachRow`
    await client.run({ sql, body: '{"version":99,"rank":1}' })
    await expect(openClickHouseStore(address)).rejects.toThrow('written by a newer Firstwin')
  })

  // What is in them is compressed: that no byte is left is known by the files being gone.
  it('C23 has removed each file that an erased person was in, some minutes later', async () => {
    const address = nextAddress()
    const store = await openClickHouseStore(address)
    await store.append([dated(identify({ mail: 'a@example.com' }, { user: 'u1', device: 'd1' }))])
    const kept = { writeKey: WRITE_KEY, journey: 'mail-tool', userId: 'u1', device: 'd1' }
    await store.keepProgress({ ...kept, at: START, part: {} })
    const client = createClient({ address: parseAddress(address) })
    const rows = await client.rows(
      `SELECT path FROM system.parts WHERE database = 'firstwin_${databases}' AND active
         AND table IN ('events', 'facts')`,
    )
    const folders = rows.map((row) => textIn(row, 'path'))
    expect(folders.filter((folder) => existsSync(folder))).toHaveLength(3)
    await store.erasePerson(WRITE_KEY, 'u1')
    while (folders.some((folder) => existsSync(folder))) await sleep(1_000)
    await store.close()
  }, 300_000)
})
