import type { Target } from '@firstwin/schema'
import { createLookout } from './create-lookout.ts'
import { findPlain } from './find-plain.ts'
import { firstSeen } from './first-seen.ts'
import { seek } from './seek.ts'

/**
 * As `watchTarget`, also for what is in shadow roots and frames. These are followed while the target
 * is not in the page itself; what is looked for in vain is looked for the less often the longer it takes.
 */
export function watchDeep(
  target: Target,
  onChange: (element: Element | undefined) => void,
  lifetime: AbortSignal,
): void {
  if (lifetime.aborted) return
  let last: Element | undefined
  let isFirst = true

  const lookout = createLookout(() => {
    const found = findPlain(target) ?? lookEverywhere()
    if (found) lookout.observeSizes([found])
    if (found === last && !isFirst) return
    isFirst = false
    last = found
    onChange(found)
  }, lifetime)

  function lookEverywhere(): Element | undefined {
    const { elements } = seek(target, lookout.survey().roots)
    // Hidden by a style sheet: the DOM does not change, the size does.
    lookout.observeSizes(elements)
    return firstSeen(target, elements)
  }

  lookout.look()
}
