import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { end, heard, startChild } from './child-process.ts'
import { openConnection } from './connection.ts'
import { createMakeBatch, type Batch } from './make-batches.ts'
import { numberIn, WRITE_KEY } from './measure.ts'
import type { Random } from '../faults/random.ts'

const CONNECTIONS = 16
/** How long a server lives under load before it is killed, at least and at most. */
const LEAST_MS = 100
const MOST_MS = 600
/** A refused connection is tried again so much later. */
const RETRY_MS = 10

export interface KillsResult {
  readonly kills: number
  readonly sentEvents: number
  /** Requests that were under way when their server died, and were sent again. */
  readonly interrupted: number
  /** Answered 200, and not in the file afterwards. */
  readonly lost: number
  /** In the file though nobody sent them, or more than once. */
  readonly doubled: number
  /** What SQLite's `integrity_check` says: `ok`, or what is broken. */
  readonly integrity: string
}

/**
 * Kills a collector under load with SIGKILL, again and again, on one file. Those who send keep what
 * was not answered and send it again, as the SDK does.
 */
export async function runKills(kills: number, random: Random): Promise<KillsResult> {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-kills-'))
  const file = join(folder, 'events.db')
  const run = { port: 0, over: false, interrupted: 0, acknowledged: new Set<string>() }
  const senders = Array.from({ length: CONNECTIONS }, (_, sender) => keepSending(run, sender))
  try {
    for (let killed = 0; killed < kills; killed += 1) {
      const server = await startServer(file, run)
      await setTimeout(random.between(LEAST_MS, MOST_MS))
      await end(server, 'SIGKILL')
    }
    const last = await startServer(file, run)
    run.over = true
    await Promise.all(senders)
    await end(last, 'SIGTERM')
    const { acknowledged, interrupted } = run
    return { kills, sentEvents: acknowledged.size, interrupted, ...judge(file, acknowledged) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  port: number
  /** Whether those who send finish what they have begun, and stop. */
  over: boolean
  interrupted: number
  readonly acknowledged: Set<string>
}

async function startServer(file: string, run: Run) {
  const server = startChild('./server-child.ts', ['collector', file, WRITE_KEY])
  run.port = numberIn(await heard(server), 'port')
  return server
}

async function keepSending(run: Run, sender: number): Promise<void> {
  const make = createMakeBatch({ writeKey: WRITE_KEY, sender, now: Date.now })
  while (!run.over) {
    const batch = make()
    await sendUntilTaken(run, batch)
    for (const id of batch.ids) run.acknowledged.add(id)
  }
}

/** Each time over a new connection if the last one broke. */
async function sendUntilTaken(run: Run, { body }: Batch): Promise<void> {
  for (;;) {
    const connection = await openConnection(run.port).catch(() => undefined)
    const status = await connection?.post(body).catch(() => {
      run.interrupted += 1
      return undefined
    })
    connection?.close()
    if (status === 200) return
    await setTimeout(RETRY_MS)
  }
}

function judge(file: string, acknowledged: ReadonlySet<string>) {
  const database = new DatabaseSync(file)
  const rows = database.prepare('SELECT message_id FROM events').all()
  const check = database.prepare('PRAGMA integrity_check').get()
  database.close()
  const stored = new Set(rows.map((row) => String(row['message_id'])))
  const lost = [...acknowledged].filter((id) => !stored.has(id)).length
  const doubled = rows.length - (acknowledged.size - lost)
  return { lost, doubled, integrity: String(check?.['integrity_check']) }
}
