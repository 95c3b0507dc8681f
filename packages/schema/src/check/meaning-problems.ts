import type { Journey } from '../journey.ts'
import { audienceCycles } from './audience-cycles.ts'
import { guideAdvice } from './guide-advice.ts'
import { duplicateIds } from './ids.ts'
import { linkProblems } from './link-problems.ts'
import { pathAdvice } from './path-advice.ts'
import type { Problem } from './problem.ts'
import { brokenReferences } from './references.ts'
import { textAdvice } from './text-advice.ts'
import { unreachableWins } from './unreachable-wins.ts'
import { unsupportedParts } from './unsupported.ts'

/** What is wrong, unwise or not supported yet in a journey that has the right form. */
export function meaningProblems(journey: Journey): Problem[] {
  return [
    ...duplicateIds(journey),
    ...brokenReferences(journey),
    ...audienceCycles(journey),
    ...unreachableWins(journey),
    ...linkProblems(journey),
    ...guideAdvice(journey),
    ...pathAdvice(journey),
    ...textAdvice(journey),
    ...unsupportedParts(journey),
  ]
}
