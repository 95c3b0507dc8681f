import { existsSync } from 'node:fs'
import { whoElseMayWrite } from './disk/ours.ts'
import { ClientSetupError } from './errors.ts'

export interface CheckFolderOptions {
  readonly folder: string
  readonly warn: (message: string) => void
}

/**
 * Whoever may write in the folder could lead our files elsewhere. One that is not there yet is made
 * for us alone.
 *
 * @throws {ClientSetupError} If every user of the machine may.
 */
export function checkFolder({ folder, warn }: CheckFolderOptions): void {
  const who = existsSync(folder) ? whoElseMayWrite(folder) : undefined
  if (who === 'everybody') {
    throw new ClientSetupError(
      `Every user of this machine may write in ${folder}, and could take the events. ` +
        'Name a folder below it, which is then made for this user only, or run: ' +
        `chmod 700 ${folder}`,
    )
  }
  if (who === 'some') {
    warn(`Other users may write in ${folder}, and could take the events. Run: chmod 700 ${folder}`)
  }
}
