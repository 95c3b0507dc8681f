import type { WireEvent } from '../report/wire-event.ts'
import { fieldOf } from '../report/fields.ts'
import { call } from './call.ts'

/**
 * `track`, `identify` or `group`, as the event is.
 * @param own when it happened, and what else this tool lets us say of an event
 */
export function handToSegment(tool: unknown, event: WireEvent, own: object): unknown {
  const { type, event: name, properties, traits, userId, context } = event
  const args = {
    track: [name, properties, own],
    identify: [userId, traits, own],
    group: [fieldOf(context, 'groupId'), traits, own],
  }
  return call(tool, type, args[type])
}
