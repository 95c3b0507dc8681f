import { attempt } from '../report/attempt.ts'
import type { Encoding } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { textOf, timeOf, toJson } from '../report/fields.ts'

/**
 * CloudEvents 1.0, JSON batch. `id` is the event's own, so a receiver knows a retry by (`source`, `id`);
 * `source` is `/firstwin/<journey>`; `type` is `firstwin.track.<event>`, `firstwin.identify` or
 * `firstwin.group`; `data` is the rest of the event in the default form; the extension `sentat` lets
 * the receiver correct the clock of the device. The key travels as `authorization: Bearer`, the user's
 * token as the extension `token` of each event, so that a batch may be parted on its way.
 *
 * The content type makes browsers ask first (CORS preflight): the receiver has to answer `OPTIONS`.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md#4-json-batch-format
 */
export const cloudevents: Encoding = {
  carriesToken: true,
  encode: (events, { key, sentAt, token }) => ({
    // Joined from texts: where a library of the host gave arrays a `toJSON`, ours stay arrays.
    body: `[${events.map((event) => toJson({ ...toCloudEvent(event), sentat: sentAt, token })).join()}]`,
    contentType: 'application/cloudevents-batch+json',
    headers: key ? { authorization: `Bearer ${key}` } : {},
  }),
}

function toCloudEvent({ messageId, timestamp, ...data }: WireEvent): object {
  const { type, event, userId, anonymousId, properties } = data
  const time = timeOf(timestamp)
  const journey = textOf(properties, 'journey') ?? ''
  return {
    specversion: '1.0',
    id: messageId,
    source: `/firstwin/${attempt(() => encodeURIComponent(journey)) ?? ''}`,
    type: `firstwin.${type}${event === undefined ? '' : `.${event}`}`,
    subject: userId || anonymousId || undefined,
    // Written anew: for a time in another form the official SDKs would refuse the whole batch.
    time: time === undefined ? undefined : new Date(time).toISOString(),
    datacontenttype: 'application/json',
    data,
  }
}
