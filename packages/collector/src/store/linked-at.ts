import type { DatedEvent } from './event-store.ts'

/** What happened in the last second before it was told us is believed to the millisecond. */
const BELIEVED_MS = 1_000
/** Of two earlier sign-ins in one batch the second counts as later if it was a second later. */
const WEIGHT = 1_000

/**
 * The time by which the first user of a device is chosen: when it was told us, and only a
 * thousandth of how long before that it claims to have been. By the claim alone anybody could make a
 * device theirs afterwards, with a sign-in "three weeks ago"; like this it gains three quarters of an
 * hour at most. What was sent together keeps its order.
 */
export function linkedAt({ at, receivedAt }: Pick<DatedEvent, 'at' | 'receivedAt'>): number {
  const ago = receivedAt - at
  const believed = Math.min(ago, BELIEVED_MS)
  return receivedAt - believed - Math.round((ago - believed) / WEIGHT)
}
