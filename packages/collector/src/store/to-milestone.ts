import type { JsonObject, Tier, WireEvent } from '@firstwin/schema'
import type { DatedEvent, Milestone } from './event-store.ts'

/** Ten years. A longer time to value is a wrong clock, and would flatten the results of all. */
const MAX_TTV_MS = 3_652 * 24 * 60 * 60 * 1_000

type Landmark = Pick<Milestone, 'kind' | 'path' | 'subject'>

/**
 * The milestone that an event stands for. `undefined` if it stands for none: most reports, events
 * of the host, and those that lack what the report promises (`journey`, `win`, `task`).
 */
export function toMilestone({ event, at }: DatedEvent): Milestone | undefined {
  if (event.type !== 'track') return undefined
  const properties = event.properties ?? {}
  // A developer was at it with the inspector: that is nobody's result.
  if (properties['inspected'] === true) return undefined
  const journey = text(properties, 'journey')
  const landmark = landmarkOf(event.event, properties)
  if (journey === undefined || landmark === undefined) return undefined
  return {
    journey,
    ...landmark,
    actor: actorOf(event),
    at,
    messageId: event.messageId,
    tier: tierOf(properties['tier']),
    clock: text(properties, 'clock'),
    deviceTtvMs: timeToValueOf(properties['ttvMs']),
  }
}

/** What is none is left out: a wrong clock on the device does not undo the win. */
function timeToValueOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= MAX_TTV_MS
    ? Math.round(value)
    : undefined
}

/** Who did it: see `Milestone.actor`. */
export function actorOf({ userId, anonymousId }: Pick<WireEvent, 'userId' | 'anonymousId'>) {
  return userId === undefined ? `a:${anonymousId ?? ''}` : `u:${userId}`
}

function landmarkOf(name: string, properties: JsonObject): Landmark | undefined {
  const path = text(properties, 'path') ?? ''
  const task = text(properties, 'task')
  const win = text(properties, 'win')
  switch (name) {
    case 'journey_started':
      return { kind: 'started', path, subject: '' }
    case 'task_completed':
      return task === undefined ? undefined : { kind: 'task', path, subject: task }
    case 'path_completed':
      return { kind: 'path', path, subject: '' }
    case 'win_reached':
      return win === undefined ? undefined : { kind: 'win', path: '', subject: win }
    default:
      return undefined
  }
}

function text(properties: JsonObject, key: string): string | undefined {
  const value = properties[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function tierOf(value: unknown): Tier | undefined {
  return value === 'aha' || value === 'first-strike' || value === 'long-term' ? value : undefined
}
