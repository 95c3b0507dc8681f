import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { end, heard, startChild } from './child-process.ts'
import { percentile } from './percentile.ts'
import { isSent, type Sent, type SendOrder } from './send-order.ts'

export const WRITE_KEY = 'pk_load'
const WARM_UP_SECONDS = 2
/** So many events it takes until Node has compiled what matters, however slow the machine is now. */
const WARM_UP_EVENTS = 30_000
/** Fewer events say nothing of a rate. */
const LEAST_EVENTS = 20_000
const SAMPLE_MS = 1_000

/** What runs, and how much is sent to it. */
export interface Phase {
  readonly server: 'bare' | 'collector'
  readonly seconds: number
  readonly connections: number
  /** As fast as answers come if left out. */
  readonly batchesPerSecond?: number
}

export interface Measured {
  readonly phase: Phase
  /** Answered 200, the repeated ones too. */
  readonly events: number
  readonly eventsPerSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** Requests that were not answered 200. */
  readonly failed: number
  /** Requests that were due, and that the server was too slow to take before the end. */
  readonly unsent: number
  /** Events that were answered 200 and are not in the file. */
  readonly lost: number
  /** Rows of the file that nobody sent, or that are there twice. */
  readonly doubled: number
  /** Processor seconds of the server, and of the sender, in these seconds. */
  readonly serverCpu: number
  readonly senderCpu: number
  /** Resident bytes of the server, each second. */
  readonly memory: readonly number[]
}

/** Starts a server on a new file, warms it up, sends to it, and counts afterwards what is there. */
export async function measure(phase: Phase): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-load-'))
  const file = join(folder, 'events.db')
  const server = startChild('./server-child.ts', [phase.server, file, WRITE_KEY])
  const sender = startChild('./sender-child.ts')
  try {
    const port = numberIn(await heard(server), 'port')
    const order = { kind: 'send' as const, port, writeKey: WRITE_KEY, ...loadOf(phase) }
    const warm = await sentBy(sender, warmUp(order))
    const before = await askUsage(server)
    const { sent, memory } = await withMemory(server, sentBy(sender, { ...order, sender: 2 }))
    const serverCpu = (await askUsage(server)).cpuSeconds - before.cpuSeconds
    await end(server, 'SIGTERM')
    const stored = countEvents(file)
    return { ...toMeasured(phase, sent), ...compare([warm, sent], stored), serverCpu, memory }
  } finally {
    await Promise.all([end(server, 'SIGKILL'), end(sender, 'SIGKILL')])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As fast as it goes, whatever comes after. */
function warmUp({ kind, port, writeKey, connections }: Omit<SendOrder, 'sender'>): SendOrder {
  const least = { seconds: WARM_UP_SECONDS, leastEvents: WARM_UP_EVENTS }
  return { kind, port, writeKey, connections, sender: 1, ...least }
}

function loadOf({ seconds, connections, batchesPerSecond }: Phase) {
  const pace = batchesPerSecond === undefined ? {} : { batchesPerSecond }
  return { seconds, connections, leastEvents: LEAST_EVENTS, ...pace }
}

async function sentBy(sender: ChildProcess, order: SendOrder): Promise<Sent> {
  sender.send(order)
  const sent = await heard(sender)
  if (!isSent(sent)) throw new Error('The sender said something else.')
  return sent
}

async function withMemory(server: ChildProcess, sending: Promise<Sent>) {
  const memory: number[] = []
  let asking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    asking = asking.then(async () => void memory.push((await askUsage(server)).rss))
  }, SAMPLE_MS)
  try {
    const sent = await sending
    return { sent, memory }
  } finally {
    clearInterval(timer)
    await asking
  }
}

async function askUsage(server: ChildProcess) {
  server.send('usage')
  const usage = await heard(server)
  return { cpuSeconds: numberIn(usage, 'cpuSeconds'), rss: numberIn(usage, 'rss') }
}

function toMeasured(phase: Phase, sent: Sent) {
  const { events, failed, unsent, seconds, latencies, cpuSeconds } = sent
  return {
    phase,
    events,
    eventsPerSecond: events / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    max: percentile(latencies, 1),
    failed,
    unsent,
    senderCpu: cpuSeconds,
  }
}

/** Every batch that was answered 200, once, against the rows of the file. */
function compare(all: readonly Sent[], stored: number) {
  const accepted = all.reduce((sum, { events, repeated }) => sum + events - repeated, 0)
  return { lost: Math.max(0, accepted - stored), doubled: Math.max(0, stored - accepted) }
}

function countEvents(file: string): number {
  const database = new DatabaseSync(file)
  const row = database.prepare('SELECT count(*) AS count FROM events').get()
  database.close()
  return numberIn(row, 'count')
}

export function numberIn(value: unknown, key: string): number {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : 0
  return typeof found === 'number' ? found : 0
}
