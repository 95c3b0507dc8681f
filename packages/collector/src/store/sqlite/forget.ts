import type { DatabaseSync } from 'node:sqlite'
import { PERSON_TABLES, tableParameters, type Person } from './person-rows.ts'

/** Deletes all of a person but their events, in the caller's transaction. Says how many rows. */
export function forget(database: DatabaseSync, person: Person): number {
  return PERSON_TABLES.reduce((rows, one) => {
    const remove = database.prepare(
      `DELETE FROM ${one.table} WHERE write_key = :writeKey AND ${one.where}`,
    )
    return rows + Number(remove.run(tableParameters(person, one)).changes)
  }, 0)
}
