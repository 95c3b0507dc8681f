import { attempt } from './attempt.ts'
import { pathTemplate } from './path-template.ts'
import { uuid7 } from './uuid7.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is told: something happened, or who the user or the customer is. */
export type Content =
  | { readonly type: 'track'; readonly event: string; readonly properties: Fields }
  | { readonly type: 'identify' | 'group'; readonly traits: Fields; readonly properties?: Fields }

/** One event as it travels: an event of the Segment HTTP tracking API. Undefined fields are left out. */
export interface WireEvent {
  readonly type: Content['type']
  /** UUID version 7, made once: retries keep it, so that the collector knows a duplicate. */
  readonly messageId: string
  readonly event?: string
  readonly traits?: Fields
  readonly anonymousId: string
  readonly userId: string | undefined
  /** ISO 8601, the device's clock when it happened. */
  readonly timestamp: string
  readonly properties: Fields
  readonly context: Fields
}

/** Who, where and when. */
export interface Origin {
  readonly who: { readonly anonymousId: string; readonly userId: string | undefined }
  /** What stands among the properties of every event. */
  readonly own: {
    readonly journey: string
    readonly journeyHash: string | undefined
    readonly session: string
    /** Rises by one with each event of the session; a gap shows loss. */
    readonly sequence: number
  }
  readonly context: { readonly groupId: string | undefined; readonly locale: string }
  /** The path of the page as it is; made a template here. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The event for one happening. Properties of ours win over those of the same name in `content`. */
export function toWireEvent(content: Content, origin: Origin): WireEvent {
  const { who, own, context, path, now } = origin
  return {
    ...content,
    // Of the real clock, whatever clock the host shows: what waits is sorted and aged by its id.
    messageId: uuid7(Date.now(), own.sequence),
    ...who,
    timestamp: new Date(now).toISOString(),
    properties: { ...content.properties, ...own },
    context: { ...context, page: { path: pathTemplate(path) } },
  }
}

/** The host's hook: gives back the event, a changed one, or `undefined` for none. */
export type Redact = (event: WireEvent) => WireEvent | undefined

/**
 * The event as the host wants it told; `undefined`: not at all. The id stays ours. A hook that
 * throws or gives back something else than an event drops it: what should have been redacted is
 * never sent as it was.
 */
export function redactEvent(event: WireEvent, redact: Redact | undefined): WireEvent | undefined {
  if (!redact) return event
  const changed = attempt(() => redact(event))
  return changed?.type && { ...changed, messageId: event.messageId }
}
