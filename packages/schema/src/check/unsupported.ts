import type { Journey } from '../journey.ts'
import type { Problem } from './problem.ts'
import { walk } from './walk.ts'

/** Parts of the format that this release checks, but does not carry out. */
export function unsupportedParts(journey: Journey): Problem[] {
  return walk(journey).flatMap(({ path }): Problem[] => {
    const key = path.at(-1)
    const what =
      key === 'praise' && path[0] === 'wins'
        ? 'praise by mail or webhook'
        : key === 'within' && path.at(-2) === 'target'
          ? 'targets in frames and shadow hosts'
          : undefined
    if (what === undefined) return []
    const message = `Checked, but not supported yet: ${what}. The rest works without it.`
    return [{ severity: 'unsupported', code: 'not-supported-yet', path, at: 'key', message }]
  })
}
