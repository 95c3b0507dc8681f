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
  const lookout = createLookout({ glance, look }, lifetime)
  let last: Element | undefined

  function say(found: Element | undefined): void {
    if (found) lookout.observeSizes([found])
    if (found === last) return
    last = found
    onChange(found)
  }

  function glance(): boolean {
    const found = findPlain(target)
    if (found) say(found)
    return found !== undefined
  }

  function look(): boolean {
    say(lookEverywhere())
    return last !== undefined
  }

  function lookEverywhere(): Element | undefined {
    const { elements } = seek(target, lookout.survey().roots)
    // Hidden by a style sheet: the DOM does not change, the size does.
    lookout.observeSizes(elements)
    return firstSeen(target, elements)
  }

  last = findPlain(target) ?? lookEverywhere()
  if (last) lookout.observeSizes([last])
  onChange(last)
}
