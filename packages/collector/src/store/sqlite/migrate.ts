import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../errors.ts'
import { MIGRATIONS } from './migrations.ts'
import { numberIn } from './row.ts'

/**
 * Brings the file to today's form, one form after the other, each in a transaction of its own: a
 * crash between two leaves a file that the next start goes on with.
 *
 * @throws {StoreError} If a newer Firstwin wrote the file, or another program. It is left as it is.
 */
export function migrate(database: DatabaseSync, migrations = MIGRATIONS): void {
  checkForm(database, migrations.length)
  while (formOf(database) < migrations.length) takeStep(database, migrations)
}

/** Two processes may start at once: the form is asked again once the file is ours. */
function takeStep(database: DatabaseSync, migrations: readonly string[]): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const form = formOf(database)
    const step = migrations[form]
    if (step !== undefined) database.exec(`${step}\nPRAGMA user_version = ${form + 1}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function checkForm(database: DatabaseSync, newest: number): void {
  const form = formOf(database)
  if (form > newest) {
    throw new StoreError(
      `a newer Firstwin wrote it (form ${form}; this version knows ${newest} at most). Update, or name another file.`,
    )
  }
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const ours = tables.some(({ name }) => name === 'milestones')
  if (tables.length > 0 && !ours) {
    throw new StoreError('it is the database of another program. Name another file.')
  }
}

function formOf(database: DatabaseSync): number {
  return numberIn(database.prepare('PRAGMA user_version').get() ?? {}, 'user_version')
}
