import type { DatabaseSync } from 'node:sqlite'
import { toBaseline, type Baseline, type StepTime } from '../baseline.ts'
import { numberIn, textIn, type Row } from './row.ts'

/** Who did an event `e`: the user, or the first one of the device `l`. */
export const PERSON = `CASE WHEN e.user_id IS NOT NULL THEN 'u:' || e.user_id
  WHEN l.user_id IS NOT NULL THEN 'u:' || l.user_id ELSE 'a:' || ifnull(e.anonymous_id, '') END`

export const LINKED = `LEFT JOIN links l ON e.user_id IS NULL AND l.write_key = e.write_key
  AND l.anonymous_id = e.anonymous_id AND l.bot = 0`

/** As `subjectOf` has it. */
export function isNamed(property: string): string {
  return `json_type(e.body, '$.properties.${property}') = 'text'
    AND e.body ->> '$.properties.${property}' <> ''`
}

export const NOT_INSPECTED = `json_type(e.body, '$.properties.inspected') IS NOT 'true'`

/**
 * See `EventStore.baseline`. Reads all events: there is no index by name, which each insert would
 * have to pay for.
 */
export function readBaseline(database: DatabaseSync, writeKey: string, journey: string): Baseline {
  const times = database.prepare(
    `SELECT subject, max(0, completed - viewed) AS ms, count(*) AS users FROM
       (SELECT ${PERSON} AS person,
          (e.body ->> '$.properties.guide') || '/' || (e.body ->> '$.properties.step') AS subject,
          min(iif(e.name = 'step_viewed', e.at, NULL)) AS viewed,
          min(iif(e.name = 'step_completed', e.at, NULL)) AS completed
        FROM events e ${LINKED}
        WHERE e.write_key = ? AND e.journey = ? AND e.name IN ('step_viewed', 'step_completed')
          AND e.type = 'track' AND e.bot = 0 AND ${isNamed('guide')} AND ${isNamed('step')}
          AND ${NOT_INSPECTED}
        GROUP BY person, subject)
     WHERE viewed IS NOT NULL AND completed IS NOT NULL
     GROUP BY subject, ms ORDER BY subject, ms`,
  )
  return toBaseline(toTimes(times.iterate(writeKey, journey)))
}

function* toTimes(rows: Iterable<Row>): Generator<StepTime> {
  for (const row of rows) {
    yield {
      subject: textIn(row, 'subject'),
      ms: numberIn(row, 'ms'),
      users: numberIn(row, 'users'),
    }
  }
}
