import { afterAll, beforeAll } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { describeStore } from '../store-suite.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { sameAsSqlite } from './same-as-sqlite.ts'

let cluster: Cluster
let databases = 0

beforeAll(async () => {
  cluster = await startCluster({ shards: 2, replicas: 2 })
}, 60_000)
afterAll(() => cluster.stop())

function open() {
  databases += 1
  return openClickHouseStore(
    cluster.address({ database: `firstwin_${databases}`, more: '&wait=1' }),
  )
}

describeStore('ClickHouse, 2 shards of 2 replicas', open)
sameAsSqlite('ClickHouse, 2 shards of 2 replicas', open)
