import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { describeStore } from '../store-suite.ts'
import { startChdb } from './chdb.ts'
import { sameAsSqlite } from './same-as-sqlite.ts'

let server: Awaited<ReturnType<typeof startChdb>>
let databases = 0

beforeAll(async () => {
  server = await startChdb()
})
afterAll(() => server.stop())

function open() {
  databases += 1
  return openClickHouseStore(server.address(`firstwin_${databases}`))
}

describeStore('ClickHouse, current', open)
sameAsSqlite('ClickHouse, current', open)

describe('ClickHouse, current', () => {
  it('is brought up to date by several collectors at once', async () => {
    const address = server.address('together')
    const stores = await Promise.all(Array.from({ length: 4 }, () => openClickHouseStore(address)))
    await expect(Promise.all(stores.map((store) => store.check()))).resolves.toHaveLength(4)
    await Promise.all(stores.map((store) => store.close()))
  })
})
