import type { Journey } from '../journey.ts'
import type { Problem } from './problem.ts'
import { walk } from './walk.ts'

/** Parts of the format that this release checks, but does not carry out. */
export function unsupportedParts(journey: Journey): Problem[] {
  return walk(journey).flatMap(({ path }): Problem[] => {
    const key = path.at(-1)
    if (key !== 'praise' || path[0] !== 'wins') return []
    const message =
      'Checked, but not supported yet: praise by mail or webhook. The rest works without it.'
    return [{ severity: 'unsupported', code: 'not-supported-yet', path, at: 'key', message }]
  })
}
