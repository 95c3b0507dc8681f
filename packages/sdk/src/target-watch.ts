import type { Target } from '@firstwin/schema'
import { createFreeWatch } from './free-watch.ts'
import { deepIfThere, fetchDeep, findTarget } from './host/target/find-target.ts'
import { createLifetime } from './quietly.ts'
import type { WatchTarget } from './host/target/watch-target.ts'

/** Knows where the targets are that the engine asks for, and says when that changes. */
export interface TargetWatch {
  find: (target: Target) => Element | undefined
  /** Whether nothing lies over an element; where something does, says when that changes. */
  isFree: (element: Element) => boolean
  /** Watches what was asked for since the last call, and nothing else. */
  settle: () => void
  stop: () => void
}

interface Watched {
  element: Element | undefined
  end: AbortController
}

/**
 * `withWatch` brings what watches targets of the page itself: nothing needs it before the first
 * picture stands. `oops` hears of what is thrown in watching.
 */
export function createTargetWatch(
  onChange: () => void,
  withWatch: (use: (chunk: { watchTarget: WatchTarget }) => void) => void,
  oops: (error: unknown) => void,
): TargetWatch {
  const watched = new Map<string, Watched>()
  const asked = new Map<string, Target>()

  function watch(key: string, target: Target): void {
    const entry: Watched = { element: findTarget(target), end: createLifetime(oops) }
    watched.set(key, entry)
    const onLook = (element: Element | undefined): void => {
      if (element === entry.element) return
      entry.element = element
      onChange()
    }
    const deep = deepIfThere()
    const { signal } = entry.end
    if (deep) return deep.watchDeep(target, onLook, signal)
    withWatch(({ watchTarget }) => watchTarget(target, onLook, signal))
  }

  function unwatch(): void {
    for (const { end } of watched.values()) end.abort()
    watched.clear()
    keep([])
  }

  /** Those who watched have not looked everywhere. */
  function watchAnew(): void {
    unwatch()
    onChange()
  }

  let isBringing = false
  function bringDeep(): void {
    if (isBringing || deepIfThere()) return
    isBringing = true
    void fetchDeep().then(watchAnew, () => (isBringing = false))
  }

  const { isFree, keep } = createFreeWatch({ onFree: onChange, bringDeep, oops })

  return {
    find(target) {
      asked.set(JSON.stringify(target), target)
      const found = findTarget(target)
      if (!found) bringDeep()
      return found
    },
    isFree,
    settle() {
      for (const [key, { end }] of watched) {
        if (asked.has(key)) continue
        end.abort()
        watched.delete(key)
      }
      for (const [key, target] of asked) if (!watched.has(key)) watch(key, target)
      asked.clear()
      keep([...watched.values()].map(({ element }) => element))
    },
    stop: unwatch,
  }
}
