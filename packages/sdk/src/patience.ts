import type { EngineView, Signal } from '@firstwin/engine'
import { isReachable } from './host/busy.ts'
import { deepIfThere } from './host/target/find-target.ts'
import type { Patience as Wait } from './host/target/create-patience.ts'
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
   * Waits while the step under way has no element that can be pointed at, from when it is looked for
   * everywhere. Behind a dialog of the host a target is not missing.
   */
  follow: (view: EngineView, element: Element | undefined) => void
  stop: () => void
}

export function createPatience({ targets, signal, tell }: PatienceOptions): Patience {
  let wait: Wait | undefined

  return {
    follow({ active, shown }, element) {
      const { target } = active?.step ?? {}
      const isThere = element && (!isReachable(element) || targets.isFree(element))
      const isAwaited = shown?.kind !== 'step' && !isThere && !active?.memory.missing
      wait ??= deepIfThere()?.createPatience((step, reason, waitedMs) => {
        tell('target-missing', step)
        signal({ type: 'missing', reason, waitedMs })
      })
      wait?.waitFor(isAwaited ? target : undefined, `${active?.guide.id}/${active?.step.id}`)
    },
    stop: () => wait?.waitFor(undefined, ''),
  }
}
