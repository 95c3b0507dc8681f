import { DatabaseSync } from 'node:sqlite'
import { marksIn } from './marks.ts'

/** One row of the collector's file. Times in ms since 1970. */
export interface StoredRow {
  readonly messageId: string
  readonly name: string
  /** `undefined`: a report of our own. */
  readonly mark: string | undefined
  readonly session: string
  readonly sequence: number
  readonly user: string | undefined
  readonly anonymousId: string
  /** When it happened, as the collector corrected it. */
  readonly at: number
  readonly deviceSentAt: number
  readonly receivedAt: number
  /** How many events its page told to have dropped before. */
  readonly dropped: number
}

/** All events in the file, as they are on disk. */
export function readRows(file: string): readonly StoredRow[] {
  const database = new DatabaseSync(file)
  try {
    const columns = 'message_id, name, user_id, anonymous_id, at, device_sent_at, received_at, body'
    return database.prepare(`SELECT ${columns} FROM events`).all().map(toRow)
  } finally {
    database.close()
  }
}

function toRow(row: Readonly<Record<string, unknown>>): StoredRow {
  const { properties = {}, context = {} } = parseBody(String(row['body']))
  const { session = '', sequence = 0 } = properties
  return {
    messageId: String(row['message_id']),
    name: String(row['name']),
    mark: marksIn(String(row['body']))[0],
    session,
    sequence,
    user: typeof row['user_id'] === 'string' ? row['user_id'] : undefined,
    anonymousId: String(row['anonymous_id']),
    at: Number(row['at']),
    deviceSentAt: Number(row['device_sent_at']),
    receivedAt: Number(row['received_at']),
    dropped: Object.values(context.dropped ?? {}).reduce((sum, count) => sum + count, 0),
  }
}

interface Body {
  readonly properties?: { readonly session?: string; readonly sequence?: number }
  readonly context?: { readonly dropped?: Readonly<Record<string, number>> }
}

function parseBody(text: string): Body {
  const body: Body = JSON.parse(text)
  return body
}
