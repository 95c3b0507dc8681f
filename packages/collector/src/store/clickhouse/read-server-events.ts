import { isJsonObject } from '../is-json-object.ts'
import type { ServerEvent } from '../event-store.ts'
import type { Client } from './client.ts'
import { literal } from './literal.ts'
import { READ } from './read-evidence.ts'
import { numberIn, textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { listIn } from './to-evidence.ts'

export interface ServerEventsAsked {
  readonly writeKey: string
  readonly userId: string
  readonly after: string | undefined
  readonly limit: number
}

/** See `EventStore.serverEvents`. They stand together by their user, in the order of arrival. */
export async function readServerEvents(
  client: Client,
  place: Place,
  asked: ServerEventsAsked,
): Promise<ServerEvent[]> {
  const { writeKey, userId, after, limit } = asked
  const own = `FROM ${tableName(place, 'facts')} WHERE write_key = ${literal(writeKey)}
    AND kind = 'server' AND journey = '' AND slot = 0 AND owner = ${literal(`u:${userId}`)}`
  const [last] =
    after === undefined
      ? []
      : await client.rows(`SELECT min(name) AS name ${own} AND tie = ${literal(after)}`, READ)
  const name = literal(last ? textIn(last, 'name') : '')
  const later = `(name > ${name} OR (name = ${name} AND tie > ${literal(after ?? '')}))`
  const rows = await client.rows(
    `SELECT name, tie, value ${own} AND ${later}
     ORDER BY name, tie LIMIT 1 BY tie LIMIT ${Math.trunc(limit)}`,
    READ,
  )
  return rows.map((row) => {
    const [event, at, properties] = listIn(row, 'value')
    return {
      id: textIn(row, 'tie'),
      name: typeof event === 'string' ? event : '',
      at: numberIn({ at }, 'at'),
      properties: isJsonObject(properties) ? properties : {},
    }
  })
}
