import type { AnalyticsName } from '../endpoints/analytics-tools.ts'
import type { WireEvent } from './wire-event.ts'

/** Where reports go: a URL that takes batches, the host's own function, or either with more said. */
export type Endpoint = string | SendEvents | EndpointOptions

/**
 * The host's own way of sending. Resolves once it has the events, which are then deleted from the
 * device; rejects to be asked again later. An answer after 10 s counts as none.
 */
export type SendEvents = (
  events: readonly WireEvent[],
  context: SendContext,
) => Promise<unknown> | undefined

/** What there is to know about a batch besides its events. */
export interface SendContext {
  /** The public write key of this endpoint; `''` where none was given. */
  readonly key: string
  /** ISO 8601, the device's clock when this request is made. */
  readonly sentAt: string
  /** The signed word for who the user is, where `identify` was given one. */
  readonly token: string | undefined
  readonly library: { readonly name: string; readonly version: string }
  /** Aborts when there is no more time for an answer. */
  readonly signal: AbortSignal
}

/** One of several endpoints, or one that speaks another language. */
export interface EndpointOptions {
  /** One of `url`, `send` and `analytics`. */
  readonly url?: string | undefined
  readonly send?: SendEvents | undefined
  /** Hands over to this tool, which is on the page already, as `toAnalytics` does. */
  readonly analytics?: AnalyticsName | undefined
  /** How events become the body of a request to `url`. @default 'batch' */
  readonly encode?: EncodeName | Encode | Encoding | undefined
  /** What became of a request, by its answer. @default `readAnswer` of the encoding */
  readonly readAnswer?: ReadAnswer | undefined
  /** The public write key. @default `key` of `init` */
  readonly key?: string | undefined
  /** The names of the events to send here, or a rule that says yes or no to each. @default all */
  readonly filter?: readonly string[] | ((event: WireEvent) => boolean) | undefined
  /** Of its queue on the device; change it, and what waited there is left. @default of `url` or `analytics` */
  readonly name?: string | undefined
}

export type EncodeName = 'batch' | 'cloudevents' | 'posthog' | 'otlp-logs' | 'ndjson'

/** Makes the body of one request. With a content type other than text/plain, browsers ask first. */
export type Encode = (events: readonly WireEvent[], context: SendContext) => Encoded

export interface Encoded {
  readonly body: string
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** An answer as endpoints see it. */
export interface Answer {
  readonly status: number
  /** Of those names that the server lets pages read. `null` if there is none. */
  readonly headers: { readonly get: (name: string) => string | null }
  readonly text: string
  /** It came from another address than the one that was asked. */
  readonly redirected: boolean
}

/** Says what an answer means; `undefined` leaves that to the rules by status. */
export type ReadAnswer = (answer: Answer) => Outcome | undefined

/**
 * What became of a batch.
 * - `accepted`: the endpoint has it. With `rejected`, so many of its events were refused for good,
 *   and it does not count them itself: the next events tell of them;
 * - `refused`: sending it again would not help, so it is given up, and counted;
 * - `size`: fewer events may pass;
 * - `invalid`: one of these events cannot be written in the endpoint's words: fewer may pass;
 * - `denied`: the key or the page is not allowed: nothing more from this page, all is kept;
 * - `token`: the user's token is not valid any more: once more with a new one;
 * - `later`: not now, and not before `waitMs` (0: the server named no time). `silent`: there was no
 *   answer at all.
 */
export type Outcome =
  | { readonly is: 'accepted'; readonly rejected?: number | undefined }
  | { readonly is: 'refused' | 'size' | 'invalid' | 'denied' | 'token' }
  | { readonly is: 'later'; readonly waitMs: number; readonly silent?: boolean | undefined }

/** What an encoding brings: how to write, and, where it differs from the default, how to read. */
export interface Encoding {
  readonly encode: Encode
  readonly readAnswer?: ReadAnswer | undefined
  /**
   * Carries the user's token to a receiver that judges it: where tokens are used, what a user did waits
   * for theirs. @default false
   */
  readonly carriesToken?: boolean | undefined
}
