import { onTestFinished } from 'vitest'
import type { DatedEvent, EventStore } from '../../src/store/event-store.ts'
import { linesOf } from '../dated.ts'
import { MINUTE, WRITE_KEY } from '../wire.ts'

export const DAY = 24 * 60 * MINUTE
export const OTHER_KEY = 'pk_other'
export const JOURNEY = 'mail-tool'

/** Gives an empty store. */
export type OpenStore = () => Promise<EventStore>

/** Stores that are closed when their test is over. */
export function withStore(open: OpenStore) {
  async function opened(): Promise<EventStore> {
    const store = await open()
    onTestFinished(() => store.close())
    return store
  }

  return {
    opened,
    having: async (...events: readonly DatedEvent[]): Promise<EventStore> => {
      const store = await opened()
      await store.append(events)
      return store
    },
  }
}

export async function peopleIn(store: EventStore): Promise<number> {
  const { milestones } = await store.evidence(WRITE_KEY, JOURNEY)
  return new Set(milestones.map(({ actor }) => actor)).size
}

/** The lines of a person's export that are events. */
export async function eventsOf(store: EventStore, userId: string, writeKey = WRITE_KEY) {
  const lines = await linesOf(store.exportPerson(writeKey, userId))
  return lines.filter((line) => line.startsWith('{"kind":"event"'))
}

export function byId(one: { messageId: string }, other: { messageId: string }): number {
  return one.messageId < other.messageId ? -1 : 1
}

/** A milestone of `u1` as evidence tells it. */
export function milestone(given: object, from: DatedEvent | undefined) {
  return {
    journey: JOURNEY,
    actor: 'u:u1',
    path: '',
    subject: '',
    tier: undefined,
    clock: undefined,
    deviceTtvMs: undefined,
    messageId: from?.event.messageId,
    ...given,
  }
}
