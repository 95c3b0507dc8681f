import type { DatabaseSync } from 'node:sqlite'
import { toStoreError } from './in-transaction.ts'
import {
  createFindDevices,
  eventParameters,
  IS_OF_PERSON,
  PERSON_TABLES,
  tableParameters,
  type Person,
} from './person-rows.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { slicesOf } from './slices.ts'

/**
 * See `EventStore.exportPerson`. `kind` says what a line is; times are ISO 8601.
 *
 * @yields JSON without the end of the line.
 * @throws {StoreError} If the file cannot be read, or the store is closed meanwhile.
 */
export async function* exportPerson(
  database: DatabaseSync,
  writeKey: string,
  userId: string,
): AsyncGenerator<string> {
  try {
    yield* exportAll(database, writeKey, userId)
  } catch (error) {
    throw toStoreError(error)
  }
}

async function* exportAll(
  database: DatabaseSync,
  writeKey: string,
  userId: string,
): AsyncGenerator<string> {
  const devices = createFindDevices(database)(writeKey, userId)
  const person = { writeKey, userId, devices }
  yield* exportEvents(database, person)
  for (const one of PERSON_TABLES) {
    const rows = database
      .prepare(`SELECT * FROM ${one.table} WHERE write_key = :writeKey AND ${one.where}`)
      .all(tableParameters(person, one))
    for (const row of rows) yield JSON.stringify(lineOf(one.table, row))
  }
}

async function* exportEvents(database: DatabaseSync, person: Person): AsyncGenerator<string> {
  const read = database.prepare(
    `SELECT body, at, device_sent_at, received_at, bot FROM events
     WHERE rowid BETWEEN :from AND :to AND ${IS_OF_PERSON}`,
  )
  for await (const { from, to } of slicesOf(database)) {
    for (const row of read.all({ from, to, ...eventParameters(person) })) {
      yield JSON.stringify(eventLine(row))
    }
  }
}

function eventLine(row: Row) {
  const event: unknown = JSON.parse(textIn(row, 'body'))
  return {
    kind: 'event',
    at: isoIn(row, 'at'),
    sentAt: isoIn(row, 'device_sent_at'),
    receivedAt: isoIn(row, 'received_at'),
    bot: row['bot'] === 1,
    event,
  }
}

function lineOf(table: string, row: Row): object {
  const bot = row['bot'] === 1
  const at = isoIn(row, 'at')
  switch (table) {
    case 'milestones': {
      const { actor, journey, path, subject, tier, clock } = row
      const place = { kind: 'milestone', actor, journey, milestone: row['kind'], path, subject }
      const said = { messageId: row['message_id'], tier, clock, deviceTtvMs: row['device_ttv_ms'] }
      return { ...place, at, bot, ...said }
    }
    case 'traits':
      return { kind: 'trait', owner: row['owner'], name: row['name'], value: jsonIn(row), at, bot }
    case 'memberships':
      return { kind: 'group', actor: row['actor'], groupId: row['group_id'], at, bot }
    case 'people': {
      const heardOn = new Date(numberIn(row, 'heard_on') * 86_400_000).toISOString().slice(0, 10)
      return { kind: 'person', actor: row['actor'], heardOn }
    }
    case 'progress': {
      const part: unknown = JSON.parse(textIn(row, 'part'))
      return { kind: 'progress', journey: row['journey'], device: row['device'], at, part }
    }
    default:
      return { kind: 'device', anonymousId: row['anonymous_id'], userId: row['user_id'], at, bot }
  }
}

function jsonIn(row: Row): unknown {
  return JSON.parse(textIn(row, 'value'))
}

function isoIn(row: Row, column: string): string {
  return new Date(numberIn(row, column)).toISOString()
}
