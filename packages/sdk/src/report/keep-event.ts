import { attempt } from './attempt.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

/** Stands before every key of every queue. */
export const QUEUES = 'fw:q'

/** Stands before the id of an event that waits for the first endpoint, or for all there are. */
export const QUEUE_PREFIX = `${QUEUES}:`

/** How many events wait in memory for the user's consent. */
const MOST_IN_MEMORY = 100
/**
 * More than come before the part that sends, which drops what matters least, and the oldest, first;
 * about a megabyte where it never comes.
 */
const MOST_KEPT = 2000

/**
 * Writes an event to the device, where it stays until the endpoint has it: one key each, named after
 * its id, so that tabs never overwrite one another's. What cannot be JSON, such as a trait that
 * holds itself, leaves an empty text, which is counted as lost when it is read. Where too many wait,
 * the key without an id has the number of those that came after.
 *
 * @param isPending It may be kept in memory only, which is bounded.
 */
export function keepEvent(storage: TextStore, event: WireEvent, isPending: boolean): void {
  const isFull = storage.keys(QUEUE_PREFIX)[(isPending ? MOST_IN_MEMORY : MOST_KEPT) - 1]
  if (isFull) storage.set(QUEUE_PREFIX, String(Number(storage.get(QUEUE_PREFIX) ?? 0) + 1))
  else storage.set(QUEUE_PREFIX + event.messageId, attempt(() => JSON.stringify(event)) ?? '')
}

/** Set where a user of this device was known by a token: their events go with one only. */
export const SIGNED_KEY = 'fw:signed'
