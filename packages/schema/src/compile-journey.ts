import { checkJourney } from './check/check-journey.ts'
import type { JourneyIssue } from './check/journey-issue.ts'
import { fillDefaults } from './fill-defaults.ts'
import { hashJourney } from './hash-journey.ts'
import type { Journey } from './journey.ts'
import { parseTexts } from './parse-texts.ts'

/** A journey that is checked, with its defaults written out and its texts parsed. */
export type CompiledJourney = Journey & {
  /** The version of the compiled form. */
  compiled: 1
  /** `hashJourney` of the journey as the author wrote it. */
  hash: string
}

export type CompileResult =
  | { ok: true; journey: CompiledJourney; issues: readonly JourneyIssue[] }
  | { ok: false; issues: readonly JourneyIssue[] }

/**
 * Compiles the text of a journey file. Never throws. With an error there is no compiled journey;
 * `issues` has the warnings in either case. The same journey gives the same result.
 */
export function compileJourney(text: string): CompileResult {
  const { issues, journey } = checkJourney(text)
  if (!journey) return { ok: false, issues }
  const compiled = parseTexts(fillDefaults(journey))
  return { ok: true, journey: { ...compiled, compiled: 1, hash: hashJourney(journey) }, issues }
}
