import { compileJourney, formatIssues, type CompiledJourney } from '@firstwin/schema'
import { UsageError } from './errors.ts'
import { readTextFile } from './read-file.ts'
import type { World } from './world.ts'

/** @throws {UsageError} If the file cannot be read, or the journey has errors: they are the message. */
export function readJourney(file: string, world: World): CompiledJourney {
  const result = compileJourney(readTextFile(file, world))
  if (result.ok) return result.journey
  const errors = result.issues.filter(({ severity }) => severity === 'error')
  throw new UsageError(formatIssues(errors, file))
}
