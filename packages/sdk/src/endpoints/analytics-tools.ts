import type { WireEvent } from '../report/wire-event.ts'
import { fieldOf } from '../report/fields.ts'
import { call, callAll } from './call.ts'
import { handToSegment } from './hand-to-segment.ts'
import { toGoogleName, toParameters } from './to-google.ts'
import { toSnowplow } from './to-snowplow.ts'

/** Tools on the page that `toAnalytics` knows. */
export type AnalyticsName = 'segment' | 'rudderstack' | 'gtag' | 'gtm' | 'posthog' | 'snowplow'

export interface AnalyticsOptions {
  /**
   * The tool itself, where it is not under its usual name on the window: what `AnalyticsBrowser.load`
   * returned, the `posthog` of npm, a function that takes Snowplow's commands, another data layer.
   */
  tool?: unknown
  /**
   * Snowplow only: the Iglu schema of a self-describing event with all the properties.
   * @default none: structured events, which need no schema
   */
  schema?: string | undefined
}

interface Tool {
  /** The tool once it has loaded; what stands in for it before that does not count. */
  find: () => unknown
  /** Gives it one event. What this returns is waited for. May throw. */
  hand: (tool: unknown, event: WireEvent, options: AnalyticsOptions) => unknown
}

export const TOOLS: Readonly<Record<AnalyticsName, Tool>> = {
  segment: {
    find: () => withoutStub('analytics'),
    hand: (tool, event) => {
      const { messageId, timestamp, userId } = event
      return handToSegment(tool, event, { messageId, timestamp, ...(userId && { userId }) })
    },
  },
  rudderstack: {
    find: () => withoutStub('rudderanalytics'),
    hand: (tool, event) => handToSegment(tool, event, { originalTimestamp: event.timestamp }),
  },
  gtag: {
    find: () => withTagManager('gtag'),
    hand: (tool, event) =>
      event.event && callAll(tool, ['event', toGoogleName(event.event), toParameters(event)]),
  },
  gtm: {
    find: () => withTagManager('dataLayer'),
    hand(tool, { event, properties, messageId, timestamp }) {
      // `_clear`: nothing of this event stays in the model of the container for the next one.
      const firstwin = { ...properties, messageId, timestamp }
      return event && call(tool, 'push', [{ event, firstwin, _clear: true }])
    },
  },
  posthog: {
    find: () => (fieldOf(global('posthog'), '__loaded') ? global('posthog') : undefined),
    hand(tool, { event, properties, messageId, timestamp }) {
      const own = { uuid: messageId, timestamp: new Date(timestamp) }
      return event && call(tool, 'capture', [event, properties, own])
    },
  },
  snowplow: {
    find: () => (Array.isArray(fieldOf(global('snowplow'), 'q')) ? undefined : global('snowplow')),
    hand: (tool, event, { schema }) =>
      event.event && callAll(tool, toSnowplow(event.event, event, schema)),
  },
}

const global = (name: string): unknown => fieldOf(globalThis, name)

/** Segment's snippet and its like keep calls in an array until the tool takes its place. */
function withoutStub(name: string): unknown {
  const tool = global(name)
  return Array.isArray(tool) || typeof fieldOf(tool, 'track') !== 'function' ? undefined : tool
}

/** Google's snippets only push to an array. What hears that array puts this name on the window. */
function withTagManager(name: string): unknown {
  return global('google_tag_manager') ? global(name) : undefined
}
