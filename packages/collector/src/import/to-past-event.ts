import { parseEvent, type WireEvent } from '@firstwin/schema'
import { quickEvent } from '../receive/quick-event.ts'
import { pastId } from './past-id.ts'
import { pastTime } from './past-time.ts'

export interface PastOptions {
  /** Of times without a zone: `+09:00`. */
  readonly offset: string | undefined
  /** Ms since 1970. */
  readonly now: number
  readonly version: string
}

export type PastEvent =
  | { readonly ok: true; readonly event: WireEvent; readonly at: number }
  | { readonly ok: false; readonly problem: string }

/** What imported events are known by: their sender. */
export const IMPORT_LIBRARY = 'firstwin-import'

/** Judges a row as the collector judges what pages send, except that its time stays as it is. */
export function toPastEvent(
  raw: Readonly<Record<string, unknown>>,
  { offset, now, version }: PastOptions,
): PastEvent {
  const { timestamp, messageId, ...rest } = raw
  const time = pastTime(timestamp, offset)
  if (!time.ok) return time
  const { at } = time
  if (at > now) return { ok: false, problem: 'timestamp: it lies in the future' }
  const content = withTexts({ ...rest, type: rest['type'] ?? typeOf(rest) })
  const id = messageId === undefined ? pastId(at, toSorted(content)) : messageId
  const library = { name: IMPORT_LIBRARY, version }
  const event = {
    ...content,
    messageId: id,
    timestamp: new Date(at).toISOString(),
    context: { library },
  }
  const quick = quickEvent(event)
  if (quick) return { ok: true, event: quick, at }
  const judged = parseEvent(event, 0)
  if (judged.ok) return { ok: true, event: judged.event, at }
  return { ok: false, problem: judged.message.replace(/\.$/, '') }
}

function typeOf(row: Readonly<Record<string, unknown>>): WireEvent['type'] {
  if (row['event'] !== undefined) return 'track'
  return row['groupId'] === undefined ? 'identify' : 'group'
}

/** Ids that are numbers in the file are texts on the wire. */
function withTexts(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' ? String(value) : value,
    ]),
  )
}

/** In whatever order columns stand, it is the same event. */
function toSorted(row: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))
}
