import type { Target } from '@firstwin/schema'
import { fetchRoles, findTarget, needsRoles } from './host/find-target.ts'
import { watchTarget } from './host/watch-target.ts'

/** Knows where the targets are that the engine asks for, and says when that changes. */
export interface TargetWatch {
  find: (target: Target) => Element | undefined
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

  function watch(key: string, target: Target): void {
    const entry: Watched = { element: findTarget(target), end: new AbortController() }
    watched.set(key, entry)
    watchTarget(
      target,
      (element) => {
        if (element === entry.element) return
        entry.element = element
        onChange()
      },
      entry.end.signal,
    )
  }

  let isBringing = false
  function bringRoles(): void {
    if (isBringing) return
    isBringing = true
    fetchRoles().then(onChange, () => (isBringing = false))
  }

  return {
    find(target) {
      asked.set(JSON.stringify(target), target)
      if (needsRoles(target)) bringRoles()
      return findTarget(target)
    },
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
      for (const { end } of watched.values()) end.abort()
      watched.clear()
    },
  }
}
