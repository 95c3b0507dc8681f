import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { describeStore } from '../store-suite.ts'
import { CLUSTER, startCluster, type Cluster } from './cluster.ts'
import { sameAsSqlite } from './same-as-sqlite.ts'

let cluster: Cluster
let databases = 0

beforeAll(async () => {
  cluster = await startCluster({ shards: 2, replicas: 2 })
}, 60_000)
afterAll(() => cluster.stop())

function nextAddress(): string {
  databases += 1
  return cluster.address({ database: `firstwin_${databases}`, more: '&wait=1' })
}

const open = () => openClickHouseStore(nextAddress())

/** This version merges when it likes: it refuses to be told while a quorum was the last to write. */
const openMerging = async () => ({
  store: await openClickHouseStore(nextAddress(), { pageRows: 280 }),
  merge: async () => undefined,
})

describeStore('ClickHouse, 2 shards of 2 replicas', open)
sameAsSqlite('ClickHouse, 2 shards of 2 replicas', openMerging)

describe('ClickHouse, 2 shards of 2 replicas', () => {
  it('is brought up to date by several collectors at once', async () => {
    const address = nextAddress()
    const stores = await Promise.all(Array.from({ length: 3 }, () => openClickHouseStore(address)))
    await expect(Promise.all(stores.map((store) => store.check()))).resolves.toHaveLength(3)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('says that there is no such cluster, or too few replicas', async () => {
    const address = cluster.address({ more: '&quorum=3' })
    await expect(openClickHouseStore(address)).rejects.toThrow('has 2 replicas')
    const other = cluster.address().replace(`cluster=${CLUSTER}`, 'cluster=nope')
    await expect(openClickHouseStore(other)).rejects.toThrow('know no cluster "nope"')
  })
})
