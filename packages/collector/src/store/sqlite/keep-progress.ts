import type { JsonObject } from '@firstwin/schema'
import type { DatabaseSync } from 'node:sqlite'
import type { KeptProgress, ProgressPart } from '../event-store.ts'
import { MOST_JOURNEYS, MOST_PARTS } from '../progress-bounds.ts'
import { toDay } from './fold.ts'
import { numberIn, textIn } from './row.ts'
import { KEEP_PERSON, KEEP_PROGRESS } from './statements.ts'
import type { Tombstones } from './tombstones.ts'

/** See `EventStore.keepProgress`, within the caller's transaction, and `EventStore.progress`. */
export function createKeepProgress(database: DatabaseSync, tombstones: Tombstones) {
  const keepPart = database.prepare(KEEP_PROGRESS)
  const keepPerson = database.prepare(KEEP_PERSON)
  const findParts = database.prepare(
    `SELECT device, at, part FROM progress
     WHERE write_key = ? AND journey = ? AND user_id = ?
     ORDER BY at DESC, device LIMIT ${MOST_PARTS + 1}`,
  )
  const dropParts = database.prepare(DROP_PARTS)
  const dropJourneys = database.prepare(DROP_JOURNEYS)

  return {
    keep: ({ writeKey, userId, journey, device, at, part }: KeptProgress): void => {
      const actor = `u:${userId}`
      if (tombstones.lookUp()(writeKey, actor)) return
      keepPart.run(writeKey, userId, journey, device, at, JSON.stringify(part))
      dropParts.run({ writeKey, userId, journey })
      dropJourneys.run({ writeKey, userId })
      keepPerson.run(writeKey, actor, toDay(at))
    },
    find: (writeKey: string, journey: string, userId: string): ProgressPart[] =>
      findParts.all(writeKey, journey, userId).flatMap((row) => {
        const part: unknown = JSON.parse(textIn(row, 'part'))
        const device = textIn(row, 'device')
        return isObject(part) ? [{ device, at: numberIn(row, 'at'), part }] : []
      }),
  }
}

const OF_USER = 'FROM progress WHERE write_key = :writeKey AND user_id = :userId'

/** All but the newest. */
const DROP_PARTS = `DELETE ${OF_USER} AND journey = :journey AND device NOT IN (
  SELECT device ${OF_USER} AND journey = :journey ORDER BY at DESC, device LIMIT ${MOST_PARTS})`

const DROP_JOURNEYS = `DELETE ${OF_USER} AND journey NOT IN (
  SELECT journey ${OF_USER} GROUP BY journey ORDER BY max(at) DESC, journey LIMIT ${MOST_JOURNEYS})`

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
