import type { WireEvent } from '../report/wire-event.ts'

/**
 * The command for one event, with its true time: self-describing where there is a schema, which then
 * has to know `event`, `messageId` and the properties; else a structured event, of which
 * `label` is what it is about, `property` the journey and `value` the time to value in milliseconds.
 */
export function toSnowplow(
  name: string,
  { messageId, timestamp, properties }: WireEvent,
  schema: string | undefined,
): readonly [command: string, event: object] {
  const time = { timestamp: { type: 'ttm', value: Date.parse(timestamp) } }
  if (schema) {
    const data = { event: name, messageId, ...properties }
    return ['trackSelfDescribingEvent', { event: { schema, data }, ...time }]
  }
  const { journey, win, task, guide, survey, message, setup, ttvMs } = { ...properties }
  return [
    'trackStructEvent',
    {
      category: 'firstwin',
      action: name,
      label: win ?? task ?? guide ?? survey ?? message ?? setup,
      property: journey,
      value: ttvMs,
      ...time,
    },
  ]
}
