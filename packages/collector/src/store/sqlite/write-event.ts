import type { DatabaseSync } from 'node:sqlite'
import type { DatedEvent } from '../event-store.ts'
import { INSERT_EVENT, KEEP_LINK, KEEP_MEMBERSHIP, KEEP_MILESTONE, KEEP_TRAIT } from './tables.ts'
import { actorOf, toMilestone } from '../to-milestone.ts'

/** Writes one event and what follows from it, in the caller's transaction. Says if it was new. */
export type WriteEvent = (dated: DatedEvent) => boolean

export function createWriteEvent(database: DatabaseSync): WriteEvent {
  const insertEvent = database.prepare(INSERT_EVENT)
  const keepLink = database.prepare(KEEP_LINK)
  const keepMembership = database.prepare(KEEP_MEMBERSHIP)
  const keepMilestone = database.prepare(KEEP_MILESTONE)
  const keepTrait = database.prepare(KEEP_TRAIT)

  function writeMilestone(dated: DatedEvent): void {
    const found = toMilestone(dated)
    if (!found) return
    const { journey, actor, kind, path, subject, at, messageId } = found
    const said = [found.tier ?? null, found.clock ?? null, found.deviceTtvMs ?? null]
    const row = [dated.writeKey, journey, actor, kind, path, subject, at, messageId, ...said]
    keepMilestone.run(...row)
  }

  function writePerson({ writeKey, event, at }: DatedEvent): void {
    const { userId, anonymousId } = event
    if (userId !== undefined && anonymousId !== undefined) {
      keepLink.run(writeKey, anonymousId, userId, at)
    }
    const groupId = groupOf(event)
    if (groupId !== undefined) keepMembership.run(writeKey, actorOf(event), groupId, at)
    if (event.type === 'track') return
    const owner = event.type === 'group' ? `g:${groupId ?? ''}` : actorOf(event)
    for (const [name, value] of Object.entries(event.traits ?? {})) {
      keepTrait.run(writeKey, owner, name, JSON.stringify(value), at)
    }
  }

  return (dated) => {
    if (insertEvent.run(...eventRow(dated)).changes === 0) return false
    writeMilestone(dated)
    writePerson(dated)
    return true
  }
}

function groupOf(event: DatedEvent['event']): string | undefined {
  return event.type === 'group' ? (event.groupId ?? event.context?.groupId) : event.context?.groupId
}

function eventRow({ writeKey, event, at, sentAt, receivedAt }: DatedEvent) {
  const name = event.type === 'track' ? event.event : ''
  const journey = event.type === 'track' ? event.properties?.['journey'] : undefined
  return [
    writeKey,
    event.messageId,
    event.type,
    name,
    typeof journey === 'string' ? journey : '',
    event.userId ?? null,
    event.anonymousId ?? null,
    at,
    Date.parse(event.timestamp),
    sentAt,
    receivedAt,
    JSON.stringify(event),
  ]
}
