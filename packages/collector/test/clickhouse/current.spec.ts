import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { createClient } from '../../src/store/clickhouse/client.ts'
import { parseAddress } from '../../src/store/clickhouse/parse-address.ts'
import { describeStore } from '../store-suite.ts'
import { startChdb } from './chdb.ts'
import { sameAsSqlite } from './same-as-sqlite.ts'

let server: Awaited<ReturnType<typeof startChdb>>
let databases = 0

beforeAll(async () => {
  server = await startChdb()
})
afterAll(() => server.stop())

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
  return { store: await openClickHouseStore(address), merge }
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
})
