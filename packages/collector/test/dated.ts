import { event } from '@firstwin/schema'
import type { DatedEvent } from '../src/store/event-store.ts'
import { START, WRITE_KEY } from './wire.ts'

/** What a collector adds to an event: by default it arrives the moment it happens, from nobody's bot. */
export type Given = Partial<Omit<DatedEvent, 'event'>>

/** An event of `wire.ts` as a store is given it. */
export function dated(wire: object, given: Given = {}): DatedEvent {
  const parsed = event.parse(wire)
  const at = Date.parse(parsed.timestamp)
  return {
    writeKey: WRITE_KEY,
    event: parsed,
    at,
    sentAt: at,
    receivedAt: Math.max(at, START),
    bot: false,
    ...given,
  }
}

/** All that an export says, in a fixed order. */
export async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all.toSorted()
}
