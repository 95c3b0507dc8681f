import { literal, literals } from './literal.ts'
import { tableName, type Place } from './schema.ts'

/** The person of an `owner` that was joined with `linksOf`. */
export const PERSON = "if(user = '', owner, concat('u:', user))"

export interface ReportsAsked {
  readonly writeKey: string
  readonly journey: string
  readonly names: readonly string[]
  /** All that have one, if left out. */
  readonly subject?: string
}

/** Events with a subject, each once, as a question: of two copies the one that arrived first. Bots aside. */
export function reportsOf(place: Place, { writeKey, journey, names, subject }: ReportsAsked) {
  return `SELECT message_id, name, subject, actor AS owner, at, body
    FROM ${tableName(place, 'events')}
    WHERE write_key = ${literal(writeKey)} AND journey = ${literal(journey)}
      AND name IN ${literals(names)} AND bot = 0 AND type = 'track'
      AND subject ${subject === undefined ? "!= ''" : `= ${literal(subject)}`}
    ORDER BY message_id, rank DESC LIMIT 1 BY message_id`
}
