import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { createClient } from '../../src/store/clickhouse/client.ts'
import { parseAddress } from '../../src/store/clickhouse/parse-address.ts'
import { textIn } from '../../src/store/clickhouse/row.ts'
import type { DatedEvent, EventStore } from '../../src/store/event-store.ts'
import { dated } from '../dated.ts'
import { started, WRITE_KEY } from '../wire.ts'
import { startCluster, type Cluster, type ClusterShape } from './cluster.ts'

const COLLECTORS = 3
const BATCH = 200
const JOURNEY = 'mail-tool'

let cluster: Cluster | undefined
afterEach(() => cluster?.stop())

async function clusterOf(shape: ClusterShape): Promise<Cluster> {
  cluster = await startCluster(shape)
  return cluster
}

/**
 * All begin with the server that will be killed: what it alone has when it falls is what an answer
 * that came too early would lose.
 */
async function openCollectors(of: Cluster): Promise<EventStore[]> {
  const stores: EventStore[] = []
  for (let index = 0; index < COLLECTORS; index += 1) {
    stores.push(await openClickHouseStore(of.address({ more: '&wait=20' })))
  }
  return stores
}

/** Starts of users that nobody else has, as one device would send them. */
function batchOf(collector: number, number: number): DatedEvent[] {
  return Array.from({ length: BATCH }, (_, index) =>
    dated(started({ user: `u${collector}-${number}-${index}` })),
  )
}

interface Load {
  /** The ids of events that were answered. */
  readonly acknowledged: Set<string>
  refused: number
  readonly done: Promise<void>
}

/** What devices do: send, and send the same again until it is answered. */
function startLoad(stores: readonly EventStore[], batches: number): Load {
  const load = { acknowledged: new Set<string>(), refused: 0 }
  async function send(store: EventStore, batch: readonly DatedEvent[]): Promise<void> {
    for (;;) {
      try {
        await store.append(batch)
        for (const { event } of batch) load.acknowledged.add(event.messageId)
        return
      } catch {
        load.refused += 1
        await sleep(100)
      }
    }
  }
  async function run(store: EventStore, collector: number): Promise<void> {
    for (let number = 0; number < batches; number += 5) {
      const some = [0, 1, 2, 3, 4].map((more) => batchOf(collector, number + more))
      await Promise.all(some.map((batch) => send(store, batch)))
    }
  }
  const done = Promise.all(stores.map(run)).then(() => undefined)
  return Object.assign(load, { done })
}

/** The ids that these servers have in their own files, together. */
async function idsOn(of: Cluster, ...servers: readonly (readonly [number, number])[]) {
  const ids = new Set<string>()
  for (const server of servers) {
    const client = createClient({ address: parseAddress(of.address({ servers: [server] })) })
    const sql = `SELECT DISTINCT message_id FROM firstwin.events_local
      WHERE write_key = '${WRITE_KEY}'`
    for (const row of await client.rows(sql)) ids.add(textIn(row, 'message_id'))
  }
  return ids
}

function missing(wanted: ReadonlySet<string>, found: ReadonlySet<string>): string[] {
  return [...wanted].filter((id) => !found.has(id))
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20)
}

async function startedIn(store: EventStore): Promise<number> {
  return (await store.evidence(WRITE_KEY, JOURNEY)).milestones.length
}

describe('a replica that is killed under load', () => {
  it('takes no acknowledged event with it: the two others of three have each one', async () => {
    const of = await clusterOf({ shards: 1, replicas: 3 })
    const stores = await openCollectors(of)
    const load = startLoad(stores, 60)
    const sent = COLLECTORS * 60 * BATCH
    for (const replica of [1, 2, 3]) {
      const enough = load.acknowledged.size + 5_000
      await until(() => load.acknowledged.size >= enough)
      await of.kill(1, replica)
      const before = new Set(load.acknowledged)
      const others = [1, 2, 3].filter((other) => other !== replica)
      const ids = await idsOn(of, ...others.map((other) => [1, other] as const))
      expect(missing(before, ids)).toEqual([])
      await of.start(1, replica)
    }
    await load.done
    expect(load.acknowledged.size).toBe(sent)
    // The one that has just come back answers for what it has missed too.
    const last = await openClickHouseStore(of.address({ servers: [[1, 3]] }))
    expect(await startedIn(last)).toBe(sent)
    for (const replica of [1, 2, 3]) {
      await until(
        async () => missing(load.acknowledged, await idsOn(of, [1, replica])).length === 0,
      )
    }
    await Promise.all([...stores, last].map((store) => store.close()))
  })

  it('of two holds up its shard, and nothing is lost when it is back', async () => {
    const of = await clusterOf({ shards: 2, replicas: 2 })
    const stores = await openCollectors(of)
    const load = startLoad(stores, 30)
    const sent = COLLECTORS * 30 * BATCH
    await until(() => load.acknowledged.size >= 5_000)
    await of.kill(1, 1)
    const before = new Set(load.acknowledged)
    expect(missing(before, await idsOn(of, [1, 2], [2, 1]))).toEqual([])
    await until(() => load.refused > 0)
    await of.start(1, 1)
    await load.done
    expect(load.acknowledged.size).toBe(sent)
    const [first] = stores
    expect(first && (await startedIn(first))).toBe(sent)
    for (const replica of [1, 2]) {
      await until(async () => {
        const ids = await idsOn(of, [1, replica], [2, replica])
        return missing(load.acknowledged, ids).length === 0
      })
    }
    await Promise.all(stores.map((store) => store.close()))
  })
})
