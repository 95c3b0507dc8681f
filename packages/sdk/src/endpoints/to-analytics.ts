import type { SendEvents } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { TOOLS, type AnalyticsName, type AnalyticsOptions } from './analytics-tools.ts'

/** More than can wait in our queue, so that nothing in it is forgotten. */
const MOST_REMEMBERED = 1000

/**
 * Hands events over to the analytics tool that is already on the page: a `send` for `endpoint` of
 * `init`. Until the tool has loaded (its stub does not count) events stay in our queue. What becomes of
 * them after that is up to the tool, and so is an event at which it throws. Where it returns a promise
 * (Segment), that is waited for.
 *
 * @example
 * init({ journey, endpoint: ['/firstwin/v1/batch', toAnalytics('segment')] })
 */
export function toAnalytics(name: AnalyticsName, options: AnalyticsOptions = {}): SendEvents {
  const { find, hand } = TOOLS[name]
  const handed = new Map<string, Promise<void>>()

  /** Asked again, because the tool was slow, it does not hand over a second time. */
  function handOnce(tool: unknown, event: WireEvent): Promise<void> {
    const result = handed.get(event.messageId) ?? settle(() => hand(tool, event, options))
    handed.set(event.messageId, result)
    return result
  }

  return async (events) => {
    const tool = options.tool ?? find()
    if (!tool) throw new Error(`${name} has not loaded.`)
    await Promise.all(events.map((event) => handOnce(tool, event)))
    for (const id of [...handed.keys()].slice(0, -MOST_REMEMBERED)) handed.delete(id)
  }
}

/** Begun at once, so that events keep their order. What throws would throw again: it is over. */
async function settle(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch {
    // The tool has seen the event; its own errors are for its own owner.
  }
}
