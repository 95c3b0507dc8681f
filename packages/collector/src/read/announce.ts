import { reasonOf } from '../errors.ts'
import type { Log } from '../operate/log.ts'
import { latestWins } from '../results/latest-wins.ts'
import { toPeople } from '../results/person.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import { toMilestone } from '../store/to-milestone.ts'
import type { LiveTopic, LiveWins } from './live-wins.ts'

export interface AnnounceOptions {
  store: EventStore
  live: LiveWins
  log: Log
}

/**
 * Makes the function that is told of new events, and tells the open screens of the wins among
 * them. A win that somebody already had (on another device) is not one. Costs nothing while no
 * screen is open.
 */
export function createAnnounce({ store, live, log }: AnnounceOptions) {
  async function announce(topic: LiveTopic, ids: ReadonlySet<string>): Promise<void> {
    try {
      const people = toPeople(await store.evidence(topic.writeKey, topic.journey))
      const wins = latestWins(people).filter(({ id }) => ids.has(id))
      for (const win of wins.toReversed()) live.publish(topic, win)
    } catch (error) {
      const message = `Open screens were not told of a win: ${reasonOf(error)}`
      log({ level: 'warn', event: 'announce-failed', message })
    }
  }

  return (events: readonly DatedEvent[]): void => {
    for (const topic of live.topics()) {
      const ids = winIds(topic, events)
      if (ids.size > 0) void announce(topic, ids)
    }
  }
}

function winIds({ writeKey, journey }: LiveTopic, events: readonly DatedEvent[]): Set<string> {
  const own = events.filter((event) => event.writeKey === writeKey)
  const milestones = own.flatMap((event) => toMilestone(event) ?? [])
  const wins = milestones.filter((one) => one.kind === 'win' && one.journey === journey)
  return new Set(wins.map(({ messageId }) => messageId))
}
