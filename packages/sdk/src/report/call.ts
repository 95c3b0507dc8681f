import type { SendEvents } from './endpoint.ts'
import type { Give } from './send-batch.ts'

export interface CallOptions {
  key: string | undefined
  token: () => string | undefined
  /** Milliseconds since 1970, by the clock that dates the events. */
  now: () => number
}

/** Gives batches to a function of the host's. */
export function createCall(send: SendEvents, { key = '', token, now }: CallOptions): Give {
  const library = { name: 'firstwin', version: __VERSION__ }
  return async (events, signal) => {
    const sentAt = new Date(now()).toISOString()
    try {
      await send(events, { key, sentAt, token: token(), library, signal })
      return { is: 'accepted' }
    } catch {
      // An answer all the same: whoever rejects is not blocked.
      return { is: 'later', waitMs: 0 }
    }
  }
}
