import type { SendEvents } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { timeOf } from '../report/fields.ts'

export interface HandOverOptions {
  /** The tool once it is there. */
  find: () => unknown
  /** Gives it one event. What this returns is waited for. May throw. */
  hand: (tool: unknown, event: WireEvent) => unknown
  pause: (ms: number) => Promise<void>
}

const LOOK_MS = 500
/** More than can wait in our queue, so that nothing in it is forgotten. */
const MOST_REMEMBERED = 1000

/**
 * Gives each event to a tool once, as soon as the tool is there. Rejects if it is not in time, which
 * leaves the events in our queue. An event at which the tool throws is over: it would throw again.
 */
export function createHandOver({ find, hand, pause }: HandOverOptions): SendEvents {
  const handed = new Map<string, Promise<void>>()

  /** Asked again, because the tool was slow, it does not hand over a second time. */
  function handOnce(tool: unknown, event: WireEvent): Promise<void> {
    const result = handed.get(event.messageId) ?? settle(() => hand(tool, event))
    handed.set(event.messageId, result)
    return result
  }

  return async (events, { signal, sentAt }) => {
    // Where a tool is blocked, nothing tells of it; looking ends with the time for an answer.
    while (!find()) {
      await pause(LOOK_MS)
      signal.throwIfAborted()
    }
    const tool = find()
    const known = events.map((event) =>
      timeOf(event.timestamp) === undefined ? { ...event, timestamp: sentAt } : event,
    )
    await Promise.all(known.map((event) => handOnce(tool, event)))
    for (const id of [...handed.keys()].slice(0, -MOST_REMEMBERED)) handed.delete(id)
  }
}

/** Begun at once, so that events keep their order. */
async function settle(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch {
    // The tool has seen the event; its own errors are for its own owner.
  }
}
