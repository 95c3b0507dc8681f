import type { Busy, Effect, EngineView, Loaded, Signal, Stage } from '@firstwin/engine'
import { stage } from '@firstwin/engine/stage'
import type { Target } from '@firstwin/schema'
import { createConductor, type WithActs } from './conductor.ts'
import { isReachable, watchBusy } from './host/busy.ts'
import type { Identity } from './identity.ts'
import type { InitOptions } from './options.ts'
import { createTargetWatch } from './target-watch.ts'
import type { Tell } from './tell.ts'
import { createView } from './view/create-view.tsx'

export interface ShowOptions {
  journey: Loaded
  settings: InitOptions
  identity: Identity
  signal: (signal: Signal) => void
  now: () => number
  locale: () => string
  tell: Tell
  /** For what should not have happened. */
  oops: (error: unknown) => void
  restart: () => void
  lifetime: AbortSignal
}

/** Everything that is needed only where something is shown: the rules of the stage, and the stage. */
export interface Show {
  /** The half of the engine that decides what stands on the one place there is. */
  readonly stage: Stage
  readonly isVisible: (target: Target) => boolean
  readonly busy: () => readonly Busy[]
  readonly conduct: (view: EngineView, effects: readonly Effect[]) => void
}

export type StartShow = (options: ShowOptions) => Show

/** Sets the stage on this page, until `lifetime` aborts. */
export const startShow: StartShow = (options) => {
  const { settings, signal, now, tell, lifetime } = options
  const check = (): void => signal({ type: 'check' })
  const withActs: WithActs = (use) =>
    void fetchActs()
      .then(use, () => {})
      .catch(options.oops)
  const follow = (href: string): void => withActs(({ goTo }) => goTo(href, settings, tell))
  const targets = createTargetWatch(check, withActs, options.oops)
  lifetime.addEventListener('error', (event) => options.oops(Reflect.get(event, 'error')))
  const busy = watchBusy(check, lifetime)
  const view = createView({
    act: (action) => signal({ type: 'act', action }),
    follow,
    now,
    oops: options.oops,
    onDetached: options.restart,
    theme: settings.theme ?? {},
    container: settings.container,
  })
  const conductor = createConductor({ ...options, view, targets, follow, withActs })
  lifetime.addEventListener('abort', () => {
    conductor.stop()
    targets.stop()
    view.remove()
  })
  return {
    stage,
    busy,
    isVisible(target) {
      const element = targets.find(target)
      if (!element) return false
      // What stands stays, whatever opens over it: what draws it sees to that.
      return conductor.isStanding(target) || (isReachable(element) && targets.isFree(element))
    },
    conduct: conductor.conduct,
  }
}

/** The rules of what the user does, and of what a visitor leaves to the user that they become. */
export async function fetchActs() {
  return await import('./acts.ts')
}

export type FetchActs = typeof fetchActs
