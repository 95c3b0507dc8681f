import { setTimeout } from 'node:timers/promises'
import { openConnection, type Connection } from './connection.ts'
import { createMakeBatch, EVENTS_A_BATCH, type Batch } from './make-batches.ts'
import { isSendOrder, type SendOrder, type Sent } from './send-order.ts'

/** Every twentieth batch is sent a second time, as after a lost answer. */
const REPEAT_EVERY = 20
const TICK_MS = 2

process.on('disconnect', () => process.exit())

// The load generator: a process of its own, which sends as it is told, and says what came of it.
process.on('message', (order) => {
  if (!isSendOrder(order)) return
  send(order).then(
    (sent) => process.send?.(sent),
    (error: unknown) => {
      throw error
    },
  )
})

async function send(order: SendOrder): Promise<Sent> {
  const { port, connections, sender, leastEvents = 0 } = order
  const make = createMakeBatch({ writeKey: order.writeKey, sender, now: Date.now })
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const ledger: Ledger = {
    events: 0,
    repeated: 0,
    failed: 0,
    unsent: 0,
    latencies: [],
    taken: new WeakSet(),
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  const end = began + order.seconds * 1_000
  const next = repeating(make)
  await (order.batchesPerSecond === undefined
    ? Promise.all(open.map((connection) => sendOn(connection, { next, end, ledger }, leastEvents)))
    : sendPaced(open, { next, end, ledger, batchesPerSecond: order.batchesPerSecond }))
  const seconds = (performance.now() - began) / 1_000
  for (const connection of open) connection.close()
  const { user, system } = process.cpuUsage(cpu)
  const { taken: _, ...counts } = ledger
  return { ...counts, seconds, cpuSeconds: (user + system) / 1e6 }
}

interface Ledger {
  events: number
  repeated: number
  failed: number
  unsent: number
  latencies: number[]
  /** Batches that were answered 200. */
  readonly taken: WeakSet<Batch>
}

interface Work {
  readonly next: () => Batch
  /** As `performance.now()`. */
  readonly end: number
  readonly ledger: Ledger
}

function repeating(make: () => Batch): () => Batch {
  let made = 0
  let last: Batch | undefined
  return () => {
    made += 1
    if (!last || made % REPEAT_EVERY !== 0) last = make()
    return last
  }
}

/** As fast as the answers come. */
async function sendOn(
  connection: Connection,
  { next, end, ledger }: Work,
  leastEvents: number,
): Promise<void> {
  while (performance.now() < end || ledger.events < leastEvents) {
    await sendOne(connection, next(), { since: performance.now(), ledger })
  }
}

interface Due {
  readonly batch: Batch
  /** As `performance.now()`. */
  readonly since: number
}

/**
 * At a fixed rate, whether the answers come or not: the time of an answer counts from the moment at
 * which its request was due, so that a stall is seen by all who would have come during it.
 */
async function sendPaced(
  open: readonly Connection[],
  { next, end, ledger, batchesPerSecond }: Work & { batchesPerSecond: number },
): Promise<void> {
  const free = [...open]
  const due: Due[] = []
  const began = performance.now()
  const under = new Set<Promise<void>>()
  let made = 0

  async function sendNow(connection: Connection, { batch, since }: Due): Promise<void> {
    await sendOne(connection, batch, { since, ledger })
    free.push(connection)
  }

  function start(): void {
    for (;;) {
      // By turns: one that rests for some seconds would be closed by the server.
      const connection = due.length > 0 ? free.shift() : undefined
      const one = connection && due.shift()
      if (!connection || !one) return
      const sending = sendNow(connection, one)
      under.add(sending)
      void sending.finally(() => {
        under.delete(sending)
        start()
      })
    }
  }

  while (performance.now() < end) {
    const wanted = Math.floor(((performance.now() - began) / 1_000) * batchesPerSecond)
    for (; made < wanted; made += 1) {
      due.push({ batch: next(), since: began + (made / batchesPerSecond) * 1_000 })
    }
    start()
    await setTimeout(TICK_MS)
  }
  ledger.unsent = due.splice(0).length
  while (under.size > 0) await Promise.all(under)
}

async function sendOne(
  connection: Connection,
  batch: Batch,
  { since, ledger }: { since: number; ledger: Ledger },
): Promise<void> {
  const status = await connection.post(batch.body)
  ledger.latencies.push(performance.now() - since)
  if (status !== 200) {
    ledger.failed += 1
    return
  }
  ledger.events += EVENTS_A_BATCH
  if (ledger.taken.has(batch)) ledger.repeated += EVENTS_A_BATCH
  ledger.taken.add(batch)
}
