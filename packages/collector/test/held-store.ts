import type { DatedEvent, EventStore } from '../src/store/event-store.ts'
import { createSqliteStore } from '../src/store/sqlite/sqlite-store.ts'

/** A store whose disk is slow: nothing is written until it is let go. */
export function heldStore() {
  const store = createSqliteStore(':memory:')
  let letGo = (): void => undefined
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const held: EventStore = {
    ...store,
    append: async (events: readonly DatedEvent[]) => {
      await released
      return store.append(events)
    },
  }
  return { store: held, letGo: () => letGo() }
}
