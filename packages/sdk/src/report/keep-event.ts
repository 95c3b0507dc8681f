import { attempt } from './attempt.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

/** Stands before the id of an event that waits to be sent. */
export const QUEUE_PREFIX = 'fw:q:'

/**
 * Writes an event to the device, where it stays until the endpoint has it: one key each, named after
 * its id, so that tabs never overwrite one another's. What cannot be JSON, such as a trait that
 * holds itself, leaves an empty text, which is counted as lost when it is read.
 */
export function keepEvent(storage: TextStore, event: WireEvent): void {
  storage.set(QUEUE_PREFIX + event.messageId, attempt(() => JSON.stringify(event)) ?? '')
}
