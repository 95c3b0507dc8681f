import type { Incoming } from './incoming.ts'
import { isObject } from './is-object.ts'
import { cloudEventId } from './message-id.ts'
import { cleanText } from './parse-json.ts'

type Fields = Readonly<Record<string, unknown>>

/** The two content types of CloudEvents as JSON. */
export const CLOUD_EVENT_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
]

/**
 * One CloudEvent 1.0 or a list of them as the body of a batch, in the default form.
 *
 * Those of our own SDK (`type: 'firstwin.…'`) carry the event in `data`. Of others, `type` becomes the
 * name of the event, `data` its properties, `subject` the user (or the extensions `userid` and
 * `anonymousid`). The extensions `sentat` and `token` say of the whole what an envelope does.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function fromCloudEvents(value: unknown): Fields {
  const events: readonly unknown[] = Array.isArray(value) ? value : [value]
  const first = events.find(isObject)
  return { sentAt: first?.['sentat'], token: first?.['token'], batch: events.map(fromCloudEvent) }
}

/** What is no CloudEvent stays what it is, to be refused with its place in the list. */
function fromCloudEvent(value: unknown): unknown {
  if (!isObject(value) || value['specversion'] !== '1.0') return value
  const { id, source, type, time, data, subject } = value
  const messageId = typeof id === 'string' ? cloudEventId(String(source), id) : id
  if (isOwn(type) && isObject(data)) return { ...data, messageId, timestamp: time }
  return {
    type: 'track',
    messageId,
    timestamp: time,
    event: type,
    userId: value['userid'] ?? (value['anonymousid'] === undefined ? subject : undefined),
    anonymousId: value['anonymousid'],
    properties: isObject(data) || data === undefined ? data : { data },
  }
}

function isOwn(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('firstwin.')
}

/**
 * The CloudEvent whose attributes stand in headers and whose data is the body (binary mode);
 * `undefined` if the request is none.
 */
export function binaryCloudEvent(incoming: Incoming, data: unknown): Fields | undefined {
  const specversion = incoming.header('ce-specversion')
  if (specversion === undefined) return undefined
  const names = ['id', 'source', 'type', 'time', 'subject', 'userid', 'anonymousid', 'sentat']
  const given = names.flatMap((name) => {
    const text = incoming.header(`ce-${name}`)
    return text === undefined ? [] : [[name, decoded(text)] as const]
  })
  return { specversion, ...Object.fromEntries(given), data }
}

/** Headers are ASCII: other characters come percent-encoded, and so may those that nobody keeps. */
function decoded(text: string): string {
  try {
    return cleanText(decodeURIComponent(text))
  } catch {
    return text
  }
}
