import type { DropCounts } from './drop-counts.ts'

export interface Envelope {
  readonly key: string
  /** Ms since 1970. */
  readonly now: number
  /** Told by the first event, if there is something to tell. */
  readonly dropped: DropCounts
}

/** The body of a batch. `events` are JSON already. */
export function toBody(events: readonly string[], { key, now, dropped }: Envelope): string {
  const [first, ...rest] = events
  const told = first === undefined ? [] : [withDropped(first, dropped)]
  const sentAt = new Date(now).toISOString()
  const batch = [...told, ...rest].join(',')
  return `{"writeKey":${JSON.stringify(key)},"sentAt":"${sentAt}","batch":[${batch}]}`
}

function withDropped(text: string, dropped: DropCounts): string {
  if (Object.keys(dropped).length === 0) return text
  const event: { context?: object } = JSON.parse(text)
  return JSON.stringify({ ...event, context: { ...event.context, dropped } })
}
