import { deepIfThere } from './host/target/find-target.ts'
import { isMiddleClear } from './host/target/is-middle-clear.ts'
import { createLifetime } from './quietly.ts'

export interface FreeWatchOptions {
  /** Called when nothing lies any more over an element that was asked for. */
  onFree: () => void
  /** Fetches what looks closely, and has all asked again then. */
  bringDeep: () => void
  oops: (error: unknown) => void
}

export interface FreeWatch {
  /**
   * Says whether nothing lies over an element. Where a quick look cannot tell, the answer is no until
   * what looks closely is there.
   */
  isFree: (element: Element) => boolean
  /** Waits no longer for others than these. */
  keep: (elements: readonly (Element | undefined)[]) => void
}

export function createFreeWatch({ onFree, bringDeep, oops }: FreeWatchOptions): FreeWatch {
  const covered = new Map<Element, AbortController>()

  return {
    isFree(element) {
      if (isMiddleClear(element)) return true
      const deep = deepIfThere()
      if (!deep) bringDeep()
      else if (!deep.isCovered(element)) return true
      else if (!covered.has(element)) {
        const end = createLifetime(oops)
        covered.set(element, end)
        const tell = (): void => {
          covered.delete(element)
          end.abort()
          onFree()
        }
        deep.tellWhenFree(element, tell, end.signal)
      }
      return false
    },
    keep(elements) {
      for (const [element, end] of covered) {
        if (elements.includes(element)) continue
        end.abort()
        covered.delete(element)
      }
    },
  }
}
