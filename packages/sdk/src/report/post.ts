import { attempt } from './attempt.ts'
import { byteLength } from './byte-length.ts'
import { encodeBatch } from './encode-batch.ts'
import type { Answer, Encode, Encoded, Outcome, ReadAnswer, SendContext } from './endpoint.ts'
import { readAnswer as readByStatus } from './read-answer.ts'
import type { Give } from './send-batch.ts'
import type { WireEvent } from './wire-event.ts'

/** A `Response`, as far as anybody looks at it. */
export interface Reply extends Pick<Answer, 'status' | 'headers' | 'redirected'> {
  text: () => Promise<string>
}

export interface PostOptions {
  url: string
  encode: Encode
  /** The public write key. @default '' */
  key?: string | undefined
  token?: (() => string | undefined) | undefined
  /** Goes before the rules by status. */
  readAnswer?: ReadAnswer | undefined
  /** As the browser's. It may throw, or bring nothing: a host may have patched it. */
  fetch: (url: string, init: RequestInit, isLast: boolean) => Promise<Reply>
  /** Bytes in keepalive requests under way, of all endpoints together. */
  quota: { bytes: number }
  /** Milliseconds since 1970, by the clock that dates the events. */
  now: () => number
}

/** Browsers allow 64 KiB in all keepalive requests under way together, the host's too. */
export const KEEPALIVE_BYTES = 56 * 1024
const LIBRARY = { name: 'firstwin', version: __VERSION__ }

/**
 * Posts batches to a URL. Without cookies (but see `createRequest`), and in the default encoding without headers of its own, so
 * that no preflight is needed; the request outlives the page where the browser has room for that.
 */
export function createPost(options: PostOptions): Give {
  const { url, encode, key = '', token, fetch, quota, now } = options

  return async (events, signal, isLast) => {
    const sentAt = new Date(now()).toISOString()
    const context = { key, sentAt, token: token?.(), library: LIBRARY, signal }
    const encoded = tryToEncode(encode, events.map(withLibrary), context)
    if (!encoded) return { is: 'invalid' }
    const { body, contentType, headers } = encoded
    const bytes = byteLength(body)
    const keepalive = quota.bytes + bytes <= KEEPALIVE_BYTES
    const counted = keepalive ? bytes : 0
    quota.bytes += counted
    try {
      const init = {
        method: 'POST',
        credentials: 'omit',
        headers: { ...headers, 'content-type': contentType },
        body,
        keepalive,
        signal,
      } as const
      return await toOutcome(await fetch(url, init, isLast), options)
    } finally {
      quota.bytes -= counted
    }
  }
}

export const withLibrary = (event: WireEvent): WireEvent => ({
  ...event,
  context: { ...event.context, library: LIBRARY },
})

/**
 * `undefined` where one of the events is more than the encoding can take. The default one takes all
 * that is JSON: if it throws, the page has broken JSON, which is no fault of an event.
 */
function tryToEncode(
  encode: Encode,
  events: readonly WireEvent[],
  context: SendContext,
): Encoded | undefined {
  if (encode === encodeBatch) return encode(events, context)
  return attempt(() => encode(events, context))
}

async function toOutcome(reply: Reply, { readAnswer, now }: PostOptions): Promise<Outcome> {
  const { status, headers, redirected } = reply
  const answer = { status, headers, redirected, text: await reply.text() }
  return readAnswer?.(answer) ?? readByStatus(answer, now())
}
