import { attempt } from './report/attempt.ts'
import type { TextStore } from './report/text-store.ts'

/** Events that the host tracked while there was no journey to judge them by. */
export interface EarlyEvents {
  /** Written to the device, in case no journey comes on this page. */
  add: (name: string, at: number, userId: string | undefined) => void
  /**
   * Gives back and forgets those of this user, and of nobody yet, oldest first, those of earlier
   * pages included. What others did on this device waits for them.
   */
  take: (userId: string | undefined) => readonly EarlyEvent[]
}

type EarlyEvent = readonly [name: string, at: number, userId?: string | null | undefined]

const KEY = 'fw:early'
const MAX_KEPT = 100

export function createEarlyEvents(store: TextStore): EarlyEvents {
  const read = (): readonly EarlyEvent[] =>
    attempt(() => JSON.parse(store.get(KEY) ?? '').filter(Array.isArray)) ?? []
  const write = (events: readonly EarlyEvent[]): void => {
    if (events[0]) store.set(KEY, JSON.stringify(events.slice(-MAX_KEPT)))
    else store.remove(KEY)
  }
  return {
    add: (name, at, userId) => write([...read(), [name, at, userId]]),
    take(userId) {
      const events = read()
      const isTheirs = ([, , by]: EarlyEvent): boolean => (by ?? userId) === userId
      write(events.filter((event) => !isTheirs(event)))
      return events.filter(isTheirs)
    },
  }
}
