import { isJsonObject } from '../is-json-object.ts'
import { toSimilar, type Similar, type SimilarAsked } from '../similar.ts'
import type { Client } from './client.ts'
import { counting, linksOf } from './counting.ts'
import { literal } from './literal.ts'
import { READ } from './read-evidence.ts'
import { PERSON, reportsOf } from './reports-of.ts'
import { textIn, type Row } from './row.ts'
import type { Place } from './schema.ts'

/** See `EventStore.similar`. Servers choose the users; what each of them applied comes here. */
export async function readSimilar(
  client: Client,
  place: Place,
  asked: SimilarAsked,
): Promise<Similar | undefined> {
  const { writeKey, journey, setup, traits } = asked
  const names = ['setup_applied', 'setup_undone']
  const reports = reportsOf(place, { writeKey, journey, names, subject: setup })
  const links = linksOf(place, { writeKey, bots: false })
  const latest = `SELECT ${PERSON} AS person, name AS report, body
    FROM (${reports}) AS e ANY LEFT JOIN (${links}) AS l USING owner
    WHERE person LIKE 'u:%' ORDER BY person, at DESC, message_id DESC LIMIT 1 BY person`
  const groups = counting(place, { writeKey, kind: 'group', bots: false })
  const having = Object.entries(traits).map(([name, value]) => {
    const owners = ownersWith(place, { writeKey, name, value: JSON.stringify(value) })
    return `AND (person IN (${owners}) OR company IN (${owners}))`
  })
  const rows = await client.rows(
    `SELECT body FROM (${latest}) AS e
     ANY LEFT JOIN (SELECT owner AS person, concat('g:', tie) AS company FROM (${groups})) AS g
     USING person
     WHERE report = 'setup_applied' ${having.join(' ')}`,
    READ,
  )
  return toSimilar(rows.map(valuesIn))
}

/** Users and companies of whom a trait has this value now, as a question. */
function ownersWith(
  place: Place,
  { writeKey, name, value }: { writeKey: string; name: string; value: string },
): string {
  const where = `AND name = ${literal(name)}`
  const known = counting(place, { writeKey, kind: 'trait', bots: false, where })
  return `SELECT owner FROM (${known}) WHERE value = ${literal(value)}`
}

function valuesIn(row: Row): unknown {
  const body: unknown = JSON.parse(textIn(row, 'body'))
  const properties = isJsonObject(body) ? body['properties'] : undefined
  return isJsonObject(properties) ? properties['values'] : undefined
}
