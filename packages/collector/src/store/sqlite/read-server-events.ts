import type { DatabaseSync } from 'node:sqlite'
import type { ServerEvent } from '../event-store.ts'
import { isJsonObject } from '../is-json-object.ts'
import { OF_SERVER, toMessageId } from '../stored-id.ts'
import { numberIn, textIn, type Row } from './row.ts'

/**
 * See `EventStore.serverEvents`. Rows are numbered as they arrive; the index is one of server events
 * only, so that nothing else pays for it.
 */
export function createReadServerEvents(database: DatabaseSync) {
  const place = database.prepare(
    'SELECT rowid AS place FROM events WHERE write_key = ? AND message_id = ?',
  )
  const find = database.prepare(
    `SELECT message_id, name, at, body FROM events
     WHERE write_key = ? AND user_id = ? AND rowid > ?
       AND substr(message_id, -1) = '${OF_SERVER}' AND type = 'track'
     ORDER BY rowid LIMIT ?`,
  )

  return (...asked: [string, string, string | undefined, number]): ServerEvent[] => {
    const [writeKey, userId, after, limit] = asked
    const last = after === undefined ? undefined : place.get(writeKey, after + OF_SERVER)
    const from = numberIn(last ?? {}, 'place')
    return find.all(writeKey, userId, from, Math.trunc(limit)).map(toServerEvent)
  }
}

function toServerEvent(row: Row): ServerEvent {
  const event: unknown = JSON.parse(textIn(row, 'body'))
  const properties = isJsonObject(event) ? event['properties'] : undefined
  return {
    id: toMessageId(textIn(row, 'message_id')),
    name: textIn(row, 'name'),
    at: numberIn(row, 'at'),
    properties: isJsonObject(properties) ? properties : {},
  }
}
