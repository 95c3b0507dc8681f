import { reasonOf } from '../errors.ts'
import type { Log } from '../operate/log.ts'
import { createAsk } from '../results/ask.ts'
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
 * screen is open, and one question at a time while one is.
 */
export function createAnnounce({ store, live, log }: AnnounceOptions) {
  const ask = createAsk(store)

  /** Of topics that are being asked about: what came meanwhile, and is asked about together. */
  const next = new Map<string, Set<string>>()

  async function publish(topic: LiveTopic, ids: ReadonlySet<string>): Promise<void> {
    try {
      const { writeKey, journey } = topic
      const wins = await ask.wins({ writeKey, journey, ids: [...ids] })
      for (const win of wins.toReversed()) live.publish(topic, win)
    } catch (error) {
      const message = `Open screens were not told of a win: ${reasonOf(error)}`
      log({ level: 'warn', event: 'announce-failed', message })
    }
  }

  async function announce(topic: LiveTopic, ids: ReadonlySet<string>): Promise<void> {
    const name = JSON.stringify([topic.writeKey, topic.journey])
    const waiting = next.get(name)
    if (waiting) {
      for (const id of ids) waiting.add(id)
      return
    }
    for (let now = ids; now.size > 0; now = next.get(name) ?? new Set()) {
      next.set(name, new Set())
      await publish(topic, now)
    }
    next.delete(name)
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
