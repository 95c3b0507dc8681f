import type { TextStore } from './text-store.ts'

/** The session, the number of its last event, and `free` where no page goes on with it. */
const KEY = 'fw:place'

export interface Place {
  readonly session: string
  /** Rises by one with each event of the session. */
  readonly sequence: number
}

/**
 * Gives each event its place. A session is one tab's, over reloads. Browsers copy what a tab keeps into
 * one that is opened from it or doubles it, so a page goes on with a session only if the page before
 * has let go of it: no two events have the same place.
 */
export function createPlaces(sessions: TextStore, newId: () => string): () => Place {
  let own = ''

  return () => {
    let [session = '', last = 0, free] = sessions.get(KEY)?.split(' ') ?? []
    if (!free && (!own || session !== own)) [session, last] = [newId(), 0]
    own = session
    const sequence = Number(last) + 1
    sessions.set(KEY, `${session} ${sequence}`)
    return { session, sequence }
  }
}

/** The page goes: the next one in this tab may go on with its session. */
export function freePlace(sessions: TextStore): void {
  const place = sessions.get(KEY)
  if (place) sessions.set(KEY, `${place} free`)
}
