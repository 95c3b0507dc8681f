import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClickHouseError, isUnreachable, type Client, type Settings } from './client.ts'
import { tableName, type Place, type Table } from './schema.ts'
import { wellFormed } from './well-formed.ts'

export interface InsertOptions {
  readonly client: Client
  readonly place: Place
  /** How many replicas must have the rows. 1 asks for none but the one that takes them. */
  readonly quorum: number
  /** For tests. In ms. */
  readonly sleep?: (ms: number) => Promise<unknown>
  /** From 0 to 1, for tests. */
  readonly random?: () => number
}

export interface Insert {
  readonly table: Table
  readonly columns: readonly string[]
  readonly rows: readonly object[]
}

/** Answers when the rows are where they must be. Rejects with `ClickHouseError`. */
export type InsertRows = (insert: Insert) => Promise<void>

const TRIES = 5
const FIRST_PAUSE_MS = 100
const QUORUM_TIMEOUT_MS = 6_000
const TIMEOUT_MS = 15_000

/**
 * What passes by itself: too many queries, no memory, too many parts, a table that only reads, no
 * keeper, and an earlier insert whose quorum is not there yet.
 */
const PASSING = new Set([202, 225, 241, 242, 252, 285, 286, 289, 319])

/**
 * Inserts, and tries again what failed for a while. Repeating is safe: a block that is the same is
 * ignored by the server that has it, and rows that came twice count once.
 */
export function createInsertRows(options: InsertOptions): InsertRows {
  const { client, place, quorum, sleep: pause = sleep, random = Math.random } = options

  return async ({ table, columns, rows }) => {
    if (rows.length === 0) return
    const sql = `INSERT INTO ${tableName(place, table)} (${columns.join(', ')}) FORMAT JSONEachRow`
    const body = rows.map(toLine).join('\n')
    const token = createHash('sha256').update(table).update(body).digest('hex')
    for (let tries = 1; ; tries += 1) {
      try {
        const settings = settingsOf({ place, quorum, token, again: tries > 1 })
        await client.run({ sql, settings, body, timeoutMs: TIMEOUT_MS })
        return
      } catch (error) {
        if (tries === TRIES || !passes(error)) throw error
        await pause(FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + random()))
      }
    }
  }
}

function passes(error: unknown): boolean {
  if (isUnreachable(error)) return true
  return error instanceof ClickHouseError && error.code !== undefined && PASSING.has(error.code)
}

function settingsOf(attempt: { place: Place; quorum: number; token: string; again: boolean }) {
  const { place, quorum, token, again } = attempt
  const { dialect, cluster } = place
  return {
    ...(dialect.modern ? { async_insert: 0 } : {}),
    ...(cluster === undefined ? {} : { insert_distributed_sync: 1 }),
    ...(quorum > 1 ? withQuorum(quorum, again) : {}),
    ...(dialect.tokens && !(quorum > 1 && again) ? { insert_deduplication_token: token } : {}),
  } satisfies Settings
}

/**
 * A repeated block is answered at once by the replica that has it, whether or not the others have
 * got it meanwhile. So with a quorum the second try is written as a new block: the rows that are
 * there twice until the next merge count once.
 */
function withQuorum(quorum: number, again: boolean): Settings {
  const wait = { insert_quorum: quorum, insert_quorum_timeout: QUORUM_TIMEOUT_MS }
  return again ? { ...wait, insert_deduplicate: 0 } : wait
}

/** Half of a surrogate pair, which servers refuse to read. */
const HALF = /\\ud[89a-f]/i

function toLine(row: object): string {
  const line = JSON.stringify(row)
  if (!HALF.test(line)) return line
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'string' ? wellFormed(value) : value,
  )
}
