import type { Encode } from './endpoint.ts'

/** What stands around the events. */
interface Head {
  writeKey: string | undefined
  sentAt: string
  token?: string | undefined
}

/**
 * A batch of the Segment HTTP tracking API. Joined from texts: where a library of the host gave arrays
 * a `toJSON`, ours stay arrays.
 */
export function batchJson(events: readonly object[], head: Head): string {
  const batch = events.map((event) => JSON.stringify(event)).join()
  return `${JSON.stringify(head).slice(0, -1)},"batch":[${batch}]}`
}

/** The default form, as text, so that browsers do not ask first. */
export const encodeBatch: Encode = (events, { key, sentAt, token }) => ({
  body: batchJson(events, { writeKey: key, sentAt, token }),
  contentType: 'text/plain;charset=UTF-8',
})
