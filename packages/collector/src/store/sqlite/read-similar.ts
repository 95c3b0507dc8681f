import type { DatabaseSync } from 'node:sqlite'
import { toSimilar, type Similar, type SimilarAsked } from '../similar.ts'
import { isNamed, LINKED, NOT_INSPECTED, PERSON } from './read-baseline.ts'
import { textIn, type Row } from './row.ts'

/** See `EventStore.similar`. Reads all events, as `readBaseline` does. */
export function readSimilar(database: DatabaseSync, asked: SimilarAsked): Similar | undefined {
  const { writeKey, journey, setup, traits } = asked
  const wanted = Object.entries(traits).map(([name, value]) => ({
    name,
    value: JSON.stringify(value),
  }))
  const kept = database.prepare(
    `WITH latest AS (SELECT * FROM
       (SELECT ${PERSON} AS person, e.name, e.body, row_number() OVER
          (PARTITION BY ${PERSON} ORDER BY e.at DESC, e.message_id DESC) AS place
        FROM events e ${LINKED}
        WHERE e.write_key = :writeKey AND e.journey = :journey AND e.type = 'track' AND e.bot = 0
          AND e.name IN ('setup_applied', 'setup_undone') AND ${isNamed('setup')}
          AND e.body ->> '$.properties.setup' = :setup AND ${NOT_INSPECTED})
       WHERE place = 1 AND person LIKE 'u:%')
     SELECT coalesce(body -> '$.properties.values', 'null') AS kept FROM latest
     LEFT JOIN memberships m ON m.write_key = :writeKey AND m.actor = person AND m.bot = 0
     WHERE name = 'setup_applied' AND NOT EXISTS
       (SELECT 1 FROM json_each(:wanted) w WHERE NOT EXISTS
         (SELECT 1 FROM traits t WHERE t.write_key = :writeKey AND t.bot = 0
            AND t.owner IN (person, 'g:' || m.group_id)
            AND t.name = w.value ->> '$.name' AND t.value = w.value ->> '$.value'))`,
  )
  const rows = kept.iterate({ writeKey, journey, setup, wanted: JSON.stringify(wanted) })
  return toSimilar(toValues(rows))
}

function* toValues(rows: Iterable<Row>): Generator {
  for (const row of rows) yield JSON.parse(textIn(row, 'kept'))
}
