import type { DatedEvent } from '../store/event-store.ts'

/**
 * What claims to be later than its own sending was recorded before the clock was set back. All of it
 * happened "now", as far as we know; but still one after the other, and what came last is the latest
 * trait. So the events of a batch of which this is true get times that are a millisecond apart.
 */
export function keepOrder(events: readonly DatedEvent[]): readonly DatedEvent[] {
  const early = events.filter(isFromFuture).toSorted(byOwnTime)
  if (early.length < 2) return events
  const places = new Map(early.map((dated, place) => [dated, early.length - 1 - place]))
  return events.map((dated) => {
    const before = places.get(dated)
    return before === undefined ? dated : { ...dated, at: dated.receivedAt - before }
  })
}

function isFromFuture({ event, sentAt }: DatedEvent): boolean {
  return Date.parse(event.timestamp) > sentAt
}

/** Ids of version 7 that were made in one millisecond count on. */
function byOwnTime({ event: one }: DatedEvent, { event: other }: DatedEvent): number {
  const ms = Date.parse(one.timestamp) - Date.parse(other.timestamp)
  if (ms !== 0) return ms
  return one.messageId < other.messageId ? -1 : 1
}
