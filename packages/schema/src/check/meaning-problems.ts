import type { Journey } from '../journey.ts'
import type { Problem } from './problem.ts'

/** What is wrong or unwise in a journey that has the right form. */
export function meaningProblems(_journey: Journey): Problem[] {
  return []
}
