import { DatabaseSync } from 'node:sqlite'

/** One event as the collector has it on disk. */
export interface StoredEvent {
  messageId: string
  type: 'track' | 'identify' | 'group'
  /** The name of a report; `undefined` for the other types. */
  event?: string
  /** Of reports only. */
  properties?: Readonly<Record<string, unknown>>
}

/**
 * All rows of the devices on which somebody of this name was identified. The collector has no way
 * to ask for single events, and needs none: only tests count them.
 */
const SELECT = `
  SELECT body FROM events WHERE anonymous_id IN (
    SELECT anonymous_id FROM events
    WHERE type = 'identify' AND json_extract(body, '$.traits.name') = ?
  ) ORDER BY rowid`

/** Reads beside the collector, which goes on writing. */
export function createReadEvents(file: string): (name: string) => readonly StoredEvent[] {
  const select = new DatabaseSync(file, { readOnly: true }).prepare(SELECT)
  return (name) => select.all(name).map(({ body }) => JSON.parse(String(body)) as StoredEvent)
}
