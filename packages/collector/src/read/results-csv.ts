import type { Results } from '../results/results.ts'
import { toCsv, type Cell } from './csv.ts'

const COLUMNS = [
  'journey',
  'tier',
  'person',
  'signed_in',
  'name',
  'reached',
  'win',
  'ms',
  'measured_by',
  'device_ms',
]

/**
 * The people of a journey as a table: a row for each tier and person, with the time to value in
 * milliseconds, or the time so far of those who are not there yet.
 */
export function resultsCsv({ journey, tiers }: Results): string {
  const rows = tiers.flatMap(({ tier, people }) =>
    people.map((person): Cell[] => [
      journey,
      tier,
      person.id,
      person.known,
      person.name,
      person.reached,
      person.win,
      person.ms,
      person.measuredBy,
      person.deviceMs,
    ]),
  )
  return toCsv([COLUMNS, ...rows])
}
