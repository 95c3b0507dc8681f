import type { Target } from '@firstwin/schema'
import { createFreeWatch } from './free-watch.ts'
import { deepIfThere, fetchDeep, findTarget } from './host/find-target.ts'
import { watchTarget } from './host/watch-target.ts'

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

export function createTargetWatch(onChange: () => void): TargetWatch {
  const watched = new Map<string, Watched>()
  const asked = new Map<string, Target>()
  const life = new AbortController()

  function watch(key: string, target: Target): void {
    const entry: Watched = { element: findTarget(target), end: new AbortController() }
    watched.set(key, entry)
    const start = deepIfThere()?.watchDeep ?? watchTarget
    start(
      target,
      (element) => {
        if (element === entry.element) return
        entry.element = element
        onChange()
      },
      entry.end.signal,
    )
  }

  function unwatch(): void {
    for (const { end } of watched.values()) end.abort()
    watched.clear()
  }

  let isBringing = false
  function bringDeep(): void {
    if (isBringing || deepIfThere()) return
    isBringing = true
    const look = (): void => {
      // Those who watch have not looked everywhere.
      unwatch()
      onChange()
    }
    fetchDeep().then(look, () => (isBringing = false))
  }

  return {
    find(target) {
      asked.set(JSON.stringify(target), target)
      const found = findTarget(target)
      if (!found) bringDeep()
      return found
    },
    isFree: createFreeWatch({ onFree: onChange, bringDeep, lifetime: life.signal }),
    settle() {
      for (const [key, { end }] of watched) {
        if (!asked.has(key)) {
          end.abort()
          watched.delete(key)
        }
      }
      for (const [key, target] of asked) if (!watched.has(key)) watch(key, target)
      asked.clear()
    },
    stop() {
      unwatch()
      life.abort()
    },
  }
}
