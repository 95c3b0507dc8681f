import { attempt } from './attempt.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

/** Stands before every key of every queue. */
export const QUEUES = 'fw:q'

/** Stands before the id of an event that waits for the first endpoint, or for all there are. */
export const QUEUE_PREFIX = `${QUEUES}:`

/** Stands in place of an event for which there was no room in memory, so that it is counted. */
export const OVERFLOW = 'cap'

/** How many events wait in memory for the user's consent. */
const MOST_IN_MEMORY = 100

/**
 * Writes an event to the device, where it stays until the endpoint has it: one key each, named after
 * its id, so that tabs never overwrite one another's. What cannot be JSON, such as a trait that
 * holds itself, leaves an empty text, which is counted as lost when it is read.
 *
 * @param isPending It may be kept in memory only, which is bounded.
 */
export function keepEvent(storage: TextStore, event: WireEvent, isPending: boolean): void {
  const isFull = isPending && storage.keys(QUEUE_PREFIX)[MOST_IN_MEMORY - 1]
  const text = isFull ? OVERFLOW : attempt(() => JSON.stringify(event))
  storage.set(QUEUE_PREFIX + event.messageId, text ?? '')
}

/** Set where a user of this device was known by a token: their events go with one only. */
export const SIGNED_KEY = 'fw:signed'
