import type { Encode } from './endpoint.ts'

/**
 * The default form: a batch of the Segment HTTP tracking API, as text, so that browsers do not ask
 * first. Joined from texts: where a library of the host gave arrays a `toJSON`, ours stay arrays.
 */
export const encodeBatch: Encode = (events, { key, sentAt, token }) => {
  const head = JSON.stringify({ writeKey: key, sentAt, token })
  const batch = events.map((event) => JSON.stringify(event)).join()
  return {
    body: `${head.slice(0, -1)},"batch":[${batch}]}`,
    contentType: 'text/plain;charset=UTF-8',
  }
}
