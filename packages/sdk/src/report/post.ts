import { byteLength } from './byte-length.ts'
import type { Answer, Encode, Outcome, ReadAnswer } from './endpoint.ts'
import { readAnswer as readByStatus } from './read-answer.ts'
import type { Give } from './send-batch.ts'

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
const KEEPALIVE_BYTES = 56 * 1024

/**
 * Posts batches to a URL. Without cookies (but see `createRequest`), and in the default encoding without headers of its own, so
 * that no preflight is needed; the request outlives the page where the browser has room for that.
 */
export function createPost(options: PostOptions): Give {
  const { url, encode, key = '', token, fetch, quota, now } = options
  const library = { name: 'firstwin', version: __VERSION__ }

  return async (events, signal, isLast) => {
    const told = events.map((event) => ({ ...event, context: { ...event.context, library } }))
    const sentAt = new Date(now()).toISOString()
    const { body, contentType, headers } = encode(told, {
      key,
      sentAt,
      token: token?.(),
      library,
      signal,
    })
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

async function toOutcome(reply: Reply, { readAnswer, now }: PostOptions): Promise<Outcome> {
  const { status, headers, redirected } = reply
  const answer = { status, headers, redirected, text: await reply.text() }
  return readAnswer?.(answer) ?? readByStatus(answer, now())
}
