import type { EngineView, Signal } from '@firstwin/engine'
import type { MissingReason, Target } from '@firstwin/schema'
import { isReachable } from './host/busy.ts'
import { fetchDeep } from './host/find-target.ts'
import type { TargetWatch } from './target-watch.ts'
import type { Tell } from './tell.ts'

export interface PatienceOptions {
  targets: TargetWatch
  signal: (signal: Signal) => void
  tell: Tell
}

/** Waits for targets, and says once for a step that it has waited too long. */
export interface Patience {
  /**
   * Waits while the step under way has no element that can be pointed at. Behind a dialog of the host
   * a target is not missing.
   */
  follow: (view: EngineView, element: Element | undefined) => void
  stop: () => void
}

export function createPatience({ targets, signal, tell }: PatienceOptions): Patience {
  let awaited: unknown
  let wait = new AbortController()

  function begin(target: Target, key: string): void {
    const { signal: lifetime } = wait
    const since = performance.now()
    const onMissing = (reason: MissingReason, waitedMs: number): void => {
      tell('target-missing', key)
      signal({ type: 'missing', reason, waitedMs })
    }
    void fetchDeep().then(
      ({ reportMissing }) => reportMissing({ target, since, onMissing }, lifetime),
      () => {},
    )
  }

  return {
    follow({ active, shown }, element) {
      const { target } = active?.step ?? {}
      const isThere = element && (!isReachable(element) || targets.isFree(element))
      const isAwaited = target && shown?.kind !== 'step' && !isThere && !active?.memory.missing
      const key = isAwaited && `${active?.guide.id}/${active?.step.id}`
      if (key === awaited) return
      awaited = key
      wait.abort()
      wait = new AbortController()
      if (key) begin(target, key)
    },
    stop: () => wait.abort(),
  }
}
