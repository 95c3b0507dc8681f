import type { TextStore } from './report/text-store.ts'

/** Events that the host tracked while there was no journey to judge them by. */
export interface EarlyEvents {
  add: (name: string, at: number) => void
  /** There will be no journey on this page: what came, and still comes, waits for the next one. */
  keep: () => void
  /** Gives them back, oldest first, those of earlier pages included, and forgets them. */
  take: () => readonly EarlyEvent[]
}

type EarlyEvent = readonly [name: string, at: number]

const KEY = 'fw:early'
const MAX_KEPT = 100

export function createEarlyEvents(store: TextStore): EarlyEvents {
  let events = read(store)
  let isKept = false

  function save(): void {
    if (isKept) store.set(KEY, JSON.stringify(events))
  }

  return {
    add(name, at) {
      events = [...events, [name, at] as const].slice(-MAX_KEPT)
      save()
    },
    keep() {
      isKept = true
      if (events.length > 0) save()
    },
    take() {
      const taken = events
      events = []
      store.remove(KEY)
      return taken
    },
  }
}

function read(store: TextStore): readonly EarlyEvent[] {
  try {
    const stored: unknown = JSON.parse(store.get(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isEarlyEvent) : []
  } catch {
    return []
  }
}

function isEarlyEvent(value: unknown): value is EarlyEvent {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'
}
