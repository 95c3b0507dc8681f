import { attempt } from './report/attempt.ts'
import type { TextStore } from './report/text-store.ts'

/** Events that the host tracked while there was no journey to judge them by. */
export interface EarlyEvents {
  /** Written to the device, in case no journey comes on this page. */
  add: (name: string, at: number) => void
  /** Gives them back, oldest first, those of earlier pages included, and forgets them. */
  take: () => readonly EarlyEvent[]
}

type EarlyEvent = readonly [name: string, at: number]

const KEY = 'fw:early'
const MAX_KEPT = 100

export function createEarlyEvents(store: TextStore): EarlyEvents {
  const read = (): readonly EarlyEvent[] => {
    const stored = attempt((): unknown => JSON.parse(store.get(KEY) ?? ''))
    return isEvents(stored) ? stored : []
  }
  return {
    add: (name, at) =>
      store.set(KEY, JSON.stringify([...read(), [name, at] as const].slice(-MAX_KEPT))),
    take() {
      const events = read()
      store.remove(KEY)
      return events
    },
  }
}

function isEvents(value: unknown): value is EarlyEvent[] {
  return Array.isArray(value) && value.every((event) => Array.isArray(event))
}
