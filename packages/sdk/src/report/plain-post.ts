import { byteLength } from './byte-length.ts'
import { batchJson } from './encode-batch.ts'
import type { Answer } from './endpoint.ts'
import { inTime } from './in-time.ts'
import { KEEPALIVE_BYTES, withLibrary } from './post.ts'
import type { WireEvent } from './wire-event.ts'

interface PlainPostOptions {
  url: string
  /** The public write key. @default '' */
  key?: string | undefined
  /** Milliseconds since 1970, by the clock that dates the events. */
  now: () => number
}

/** As `createPost`, in the default form, and without judging the answer. */
export function createPlainPost({ url, key = '', now }: PlainPostOptions) {
  let bytesOnTheWay = 0

  return (events: readonly WireEvent[]): Promise<Answer> =>
    inTime(async (signal) => {
      const sentAt = new Date(now()).toISOString()
      const body = batchJson(events.map(withLibrary), { writeKey: key, sentAt })
      const bytes = byteLength(body)
      bytesOnTheWay += bytes
      const keepalive = bytesOnTheWay <= KEEPALIVE_BYTES
      try {
        // Browsers say themselves that a text is text.
        const init = { method: 'POST', credentials: 'omit', body, keepalive, signal } as const
        const reply = await fetch(url, init)
        const { status, headers, redirected } = reply
        return { status, headers, redirected, text: await reply.text() }
      } finally {
        bytesOnTheWay -= bytes
      }
    })
}
