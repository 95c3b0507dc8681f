import { toBaseline, type Baseline } from '../baseline.ts'
import type { Client } from './client.ts'
import { linksOf } from './counting.ts'
import { READ } from './read-evidence.ts'
import { PERSON, reportsOf } from './reports-of.ts'
import { numberIn, textIn } from './row.ts'
import type { Place } from './schema.ts'

/** See `EventStore.baseline`. Worked out by the servers: a row comes for each step and millisecond. */
export async function readBaseline(
  client: Client,
  place: Place,
  asked: { writeKey: string; journey: string },
): Promise<Baseline> {
  const reports = reportsOf(place, { ...asked, names: ['step_viewed', 'step_completed'] })
  const links = linksOf(place, { writeKey: asked.writeKey, bots: false })
  const byPerson = `SELECT ${PERSON} AS person, subject,
      minIf(at, name = 'step_viewed') AS viewed, minIf(at, name = 'step_completed') AS completed
    FROM (${reports}) AS e ANY LEFT JOIN (${links}) AS l USING owner
    GROUP BY person, subject
    HAVING countIf(name = 'step_viewed') > 0 AND countIf(name = 'step_completed') > 0`
  const rows = await client.rows(
    `SELECT subject, if(completed > viewed, completed - viewed, 0) AS ms, count() AS users
     FROM (${byPerson}) GROUP BY subject, ms ORDER BY subject, ms`,
    READ,
  )
  return toBaseline(
    rows.map((row) => ({
      subject: textIn(row, 'subject'),
      ms: numberIn(row, 'ms'),
      users: numberIn(row, 'users'),
    })),
  )
}
