import { deepIfThere } from './host/target/find-target.ts'
import { isMiddleClear } from './host/target/is-middle-clear.ts'

export interface FreeWatchOptions {
  /** Called when nothing lies any more over an element that was asked for. */
  onFree: () => void
  /** Fetches what looks closely, and has all asked again then. */
  bringDeep: () => void
  lifetime: AbortSignal
}

/**
 * Says whether nothing lies over an element. Where a quick look cannot tell, the answer is no until
 * what looks closely is there.
 */
export function createFreeWatch(options: FreeWatchOptions): (element: Element) => boolean {
  const { onFree, bringDeep, lifetime } = options
  const covered = new WeakSet<Element>()

  return (element) => {
    if (isMiddleClear(element)) return true
    const deep = deepIfThere()
    if (!deep) bringDeep()
    else if (!deep.isCovered(element)) return true
    else if (!covered.has(element)) {
      covered.add(element)
      const end = (): void => {
        covered.delete(element)
        onFree()
      }
      deep.tellWhenFree(element, end, lifetime)
    }
    return false
  }
}
