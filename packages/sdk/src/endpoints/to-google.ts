import type { WireEvent } from '../report/wire-event.ts'

/** Limits of Google Analytics 4. @see https://support.google.com/analytics/answer/9267744 */
const NAME_LENGTH = 40
const VALUE_LENGTH = 100
const MOST_PARAMETERS = 25

/** Letters, digits and `_`, at most 40: other names are refused without a word. */
export function toGoogleName(name: string): string {
  return name.replaceAll(/\W/g, '_').slice(0, NAME_LENGTH)
}

/**
 * The properties as parameters: texts, numbers and yes or no, cut to what is kept. `message_id` is
 * there for exports (Google Analytics itself knows no duplicates), `occurred_at` because it dates
 * events by their arrival.
 */
export function toParameters(event: WireEvent): Readonly<Record<string, unknown>> {
  const { messageId, timestamp, properties } = event
  const all = Object.entries({ message_id: messageId, occurred_at: timestamp, ...properties })
  const plain = all.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return Object.fromEntries(
    plain
      .slice(0, MOST_PARAMETERS)
      .map(([name, value]) => [
        toGoogleName(name),
        typeof value === 'string' ? value.slice(0, VALUE_LENGTH) : value,
      ]),
  )
}
