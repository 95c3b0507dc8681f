import { checkJourney } from './check/check-journey.ts'
import type { JourneyIssue } from './check/journey-issue.ts'
import { fillDefaults } from './fill-defaults.ts'
import { findWindowed } from './find-windowed.ts'
import { hashJourney } from './hash-journey.ts'
import type { Journey } from './journey.ts'
import { parseTexts } from './parse-texts.ts'

/** A journey that is checked, with its defaults written out and its texts parsed. */
export type CompiledJourney = Journey & {
  /** The version of the compiled form. */
  compiled: 1
  /** `hashJourney` of the journey as the author wrote it. */
  hash: string
  /** The events that a condition counts in a window, and how many of their times must be kept. */
  windowed: Readonly<Record<string, number>>
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
  const made = { compiled: 1, hash: hashJourney(journey), windowed: findWindowed(journey) } as const
  return { ok: true, journey: { ...compiled, ...made }, issues }
}
