import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './stop.js'

/**
 * Makes the folder where there is none, and tries to write in it. (Asking for the permission is
 * not enough: a read-only disk grants it.)
 * @param {string} folder
 * @throws {Stop} If it cannot be written, naming the folder.
 */
export function checkWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    rmdirSync(mkdtempSync(join(folder, '.write-test-')))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Stop(
      `No permission to write in ${folder}${code}.\n` +
        'Make the folder writable for this user, or copy the project to one that is.',
    )
  }
}
