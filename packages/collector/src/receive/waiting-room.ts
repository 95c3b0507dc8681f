import type { Problem } from '../answer.ts'

export interface WaitingRoomOptions {
  readonly maxEvents: number
  readonly maxBytes: number
}

/** Counts what has come in and is not answered yet, so that a slow disk cannot fill the memory. */
export interface WaitingRoom {
  readonly bytes: () => number
  readonly events: () => number
  readonly stay: () => Stay
}

/** What one request holds. Either way in says why not, if there is no room. */
export interface Stay {
  readonly takeBytes: (bytes: number) => Problem | undefined
  readonly takeEvents: (events: number) => Problem | undefined
  /** Gives everything back. */
  readonly leave: () => void
}

/** A commit takes milliseconds: whoever comes back after this finds the queue much shorter. */
const RETRY_SECONDS = 2

export function createWaitingRoom({ maxEvents, maxBytes }: WaitingRoomOptions): WaitingRoom {
  let allBytes = 0
  let allEvents = 0

  function stay(): Stay {
    let bytes = 0
    let events = 0
    return {
      takeBytes(more) {
        if (allBytes + more > maxBytes) return full(`${allBytes} bytes`)
        bytes += more
        allBytes += more
        return undefined
      },
      takeEvents(more) {
        if (allEvents > 0 && allEvents + more > maxEvents) return full(`${allEvents} events`)
        events += more
        allEvents += more
        return undefined
      },
      leave() {
        allBytes -= bytes
        allEvents -= events
        bytes = 0
        events = 0
      },
    }
  }

  return { bytes: () => allBytes, events: () => allEvents, stay }
}

function full(waiting: string): Problem {
  return {
    status: 429,
    code: 'overloaded',
    message: `The collector is busy: ${waiting} wait to be written. Send again later.`,
    headers: { 'retry-after': String(RETRY_SECONDS) },
  }
}
