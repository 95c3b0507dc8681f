import type { Effect, EngineView, Loaded, Signal } from '@firstwin/engine'
import type { Target } from '@firstwin/schema'
import type * as acts from './acts.ts'
import type { FollowUp } from './follow-up.ts'
import type { Identity } from './identity.ts'
import type { InitOptions } from './options.ts'
import type { View } from './scene.ts'
import type { TargetWatch } from './target-watch.ts'
import type { Tell } from './tell.ts'
import { createPatience } from './patience.ts'
import { toScene } from './to-scene.ts'

export interface ConductorOptions {
  journey: Loaded
  settings: InitOptions
  identity: Identity
  view: View
  targets: TargetWatch
  signal: (signal: Signal) => void
  follow: (href: string) => void
  locale: () => string
  tell: Tell
  withActs: WithActs
}

/** Calls `use` with what comes after the first picture, once it is there; never without a network. */
export type WithActs = (use: (late: typeof acts) => void) => void

/** Carries out what a turn of the engine decided: draws, watches, waits, and asks the host. */
export interface Conductor {
  conduct: (view: EngineView, effects: readonly Effect[]) => void
  /** Whether the step that points at this very target is on screen. */
  isStanding: (target: Target) => boolean
  stop: () => void
}

export function createConductor(options: ConductorOptions): Conductor {
  const { journey, view: drawn, targets } = options
  const patience = createPatience(options)
  let { theme } = options.settings
  let standing: Target | undefined
  let followUp: FollowUp | undefined

  return {
    conduct(view, effects) {
      const { active, shown } = view
      const { target } = active?.step ?? {}
      const element = target && targets.find(target)
      // Looked for ahead, so that what finds it is there when its turn comes.
      const next = active?.guide.steps[active.index + 1]?.target
      if (next) targets.find(next)
      const { settings, identity, locale } = options
      if (settings.theme !== theme) drawn.setTheme((theme = settings.theme) ?? {})
      const context = { journey, locale: locale(), traits: identity.traits(), target: element }
      drawn.draw(toScene(view, context))
      standing = shown?.kind === 'step' ? target : undefined
      patience.follow(view, element)
      targets.settle()
      // What is on screen can be acted on; without a network nothing can.
      if (!followUp && !shown && !view.hasLauncher && !effects[0]) return
      options.withActs(({ createFollowUp }) => {
        followUp ??= createFollowUp(options)
        followUp.follow({ view, element, effects })
      })
    },
    isStanding: (target) => target === standing,
    stop() {
      patience.stop()
      followUp?.stop()
    },
  }
}
