import type { DatabaseSync } from 'node:sqlite'
import type { DatedEvent } from '../event-store.ts'
import { groupOf } from '../group-of.ts'
import { storedId } from '../stored-id.ts'
import { actorOf, toMilestone } from '../to-milestone.ts'
import { createFold, type Fold } from './fold.ts'
import { INSERT_EVENT, KEEP_MILESTONE, KEEP_TRAIT } from './statements.ts'
import type { Tombstones } from './tombstones.ts'

/** Writes events and what follows from them, in the caller's transaction. Says which were new. */
export type WriteEvents = (events: readonly DatedEvent[]) => readonly boolean[]

export function createWriteEvents(database: DatabaseSync, tombstones: Tombstones): WriteEvents {
  const insertEvent = database.prepare(INSERT_EVENT)
  const keepMilestone = database.prepare(KEEP_MILESTONE)
  const keepTrait = database.prepare(KEEP_TRAIT)
  const writeFold = createFold(database)

  function writeMilestone(dated: DatedEvent): void {
    const found = toMilestone(dated)
    if (!found) return
    const { journey, actor, kind, path, subject, at, messageId } = found
    const said = [found.tier ?? null, found.clock ?? null, found.deviceTtvMs ?? null]
    const place = [dated.writeKey, journey, actor, kind, path, subject, Number(dated.bot)]
    keepMilestone.run(...place, at, messageId, ...said)
  }

  function writeTraits({ writeKey, event, at, bot }: DatedEvent): void {
    if (event.type === 'track') return
    const owner = event.type === 'group' ? `g:${groupOf(event) ?? ''}` : actorOf(event)
    for (const [name, value] of Object.entries(event.traits ?? {})) {
      keepTrait.run(writeKey, owner, name, Number(bot), JSON.stringify(value), at)
    }
  }

  function write(dated: DatedEvent, fold: Fold): boolean {
    if (insertEvent.run(...eventRow(dated)).changes === 0) return false
    writeMilestone(dated)
    writeTraits(dated)
    fold.add(dated, groupOf(dated.event))
    return true
  }

  return (events) => {
    const fold = writeFold()
    const isErased = tombstones.lookUp()
    const areNew = events.map(
      (dated) => !isErased(dated.writeKey, actorOf(dated.event)) && write(dated, fold),
    )
    fold.write()
    return areNew
  }
}

function eventRow(dated: DatedEvent) {
  const { writeKey, event, at, sentAt, receivedAt, bot } = dated
  const name = event.type === 'track' ? event.event : ''
  const journey = event.type === 'track' ? event.properties?.['journey'] : undefined
  return [
    writeKey,
    storedId(dated),
    event.type,
    name,
    typeof journey === 'string' ? journey : '',
    event.userId ?? null,
    event.anonymousId ?? null,
    at,
    Date.parse(event.timestamp),
    sentAt,
    receivedAt,
    Number(bot),
    JSON.stringify(event),
  ]
}
