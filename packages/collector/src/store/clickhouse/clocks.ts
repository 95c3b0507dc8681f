import type { PagesAsked } from '../event-store.ts'
import type { Client } from './client.ts'
import { counting } from './counting.ts'
import { literal } from './literal.ts'
import { READ } from './read-evidence.ts'
import { listIn } from './to-evidence.ts'
import { textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'

const CLOCK = 'trait:'
/** A value of a milestone whose clock is a trait. */
const HAS_CLOCK = `^\\[-?[0-9]+,(null|"[a-z-]+"),"${CLOCK}`
/** The clock in such a value, as JSON. */
const THE_CLOCK = `"${CLOCK}([^"\\\\]|\\\\.)*"`

/** Devices name clocks. With more than these all traits are read, rather than some by their names. */
const MOST_CLOCKS = 1_000

interface Asking {
  readonly client: Client
  readonly place: Place
  readonly asked: PagesAsked
}

/** The clock of the first milestone whose clock is a trait. */
export async function findFirstClock(
  client: Client,
  place: Place,
  { writeKey, journey, bots }: Omit<PagesAsked, 'clock'>,
): Promise<string | undefined> {
  const known = counting(place, { writeKey, kind: 'milestone', journey, bots })
  const [row] = await client.rows(
    `SELECT value FROM (${known}) WHERE match(value, ${literal(HAS_CLOCK)})
     ORDER BY toInt64OrZero(extract(value, '-?[0-9]+')), tie LIMIT 1`,
    READ,
  )
  const clock = row && listIn(row, 'value')[2]
  return typeof clock === 'string' ? clock : undefined
}

/** All clocks of a journey that are traits, and the one that is asked for. `undefined` of too many. */
export async function findClocks({ client, place, asked }: Asking): Promise<string[] | undefined> {
  const rows = await client.rows(
    `SELECT DISTINCT extract(value, ${literal(`(${THE_CLOCK})`)}) AS clock
     FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(asked.writeKey)} AND kind = 'milestone'
       AND journey = ${literal(asked.journey)} AND match(value, ${literal(HAS_CLOCK)})
     LIMIT ${MOST_CLOCKS + 1}`,
    READ,
  )
  if (rows.length > MOST_CLOCKS) return undefined
  const clocks = rows.map((row): unknown => JSON.parse(textIn(row, 'clock')))
  return [asked.clock, ...clocks].filter((clock) => typeof clock === 'string')
}

/** The traits that these clocks start with. */
export function traitsOf(clocks: readonly string[] | undefined): string[] | undefined {
  return clocks
    ?.filter((clock) => clock.startsWith(CLOCK))
    .map((clock) => clock.slice(CLOCK.length))
}
