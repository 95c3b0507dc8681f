import { writeFileSync } from 'node:fs'
import { reasonOf, UsageError } from './errors.ts'
import { pathOf } from './read-file.ts'
import type { World } from './world.ts'

/**
 * Writes what a command has made into a file, or to the terminal where none is named.
 *
 * @throws {UsageError} If it cannot be written.
 */
export function writeResult(file: string | undefined, text: string, world: World): void {
  if (file === undefined) {
    world.print(text.trimEnd())
    return
  }
  try {
    writeFileSync(pathOf(file, world), text)
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${reasonOf(error)}).`, { cause: error })
  }
}
