import type { JsonObject } from '@firstwin/schema'
import type { DatabaseSync } from 'node:sqlite'
import type { KeptProgress, ProgressPart } from '../event-store.ts'
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
     WHERE write_key = ? AND journey = ? AND user_id = ? ORDER BY device`,
  )

  return {
    keep: ({ writeKey, userId, journey, device, at, part }: KeptProgress): void => {
      const actor = `u:${userId}`
      if (tombstones.lookUp()(writeKey, actor)) return
      keepPart.run(writeKey, userId, journey, device, at, JSON.stringify(part))
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

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
