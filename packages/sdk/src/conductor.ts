import type { Effect, EngineView, Loaded, Signal } from '@firstwin/engine'
import type { Target } from '@firstwin/schema'
import type * as acts from './acts.ts'
import type { Identity } from './identity.ts'
import type { InitOptions } from './options.ts'
import type { SceneItem, View } from './scene.ts'
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
  fetchActs: () => Promise<typeof acts>
}

/** Carries out what a turn of the engine decided: draws, watches, waits, and asks the host. */
export interface Conductor {
  conduct: (view: EngineView, effects: readonly Effect[]) => void
  /** Whether the step that points at this very target is on screen. */
  isStanding: (target: Target) => boolean
  stop: () => void
}

/** Late enough not to compete with the host's own start. */
const FETCH_AHEAD_MS = 300

export function createConductor(options: ConductorOptions): Conductor {
  const { journey, view: drawn, targets, signal } = options
  const expected = new Set<SceneItem['kind']>()
  const patience = createPatience(options)
  let { theme } = options.settings
  let step: { key: string; element: Element | undefined; end: AbortController } | undefined
  let standing: Target | undefined

  /** With what follows on something that is on screen; without a network nothing does. */
  function withActs(use: (late: typeof acts) => void): void {
    void options.fetchActs().then(use, () => {})
  }

  /** What is likely to come soon is fetched, once the page has had its time. */
  function expect({ hasLauncher, active }: EngineView): void {
    const near: SceneItem['kind'][] = hasLauncher ? ['checklist', 'celebration'] : []
    if (active) near.push('step')
    for (const kind of near) {
      if (expected.has(kind)) continue
      expected.add(kind)
      setTimeout(() => drawn.prefetch(kind), FETCH_AHEAD_MS)
    }
  }

  /** Listens on the target of the step that is shown for what leads on. */
  function listen({ active, shown }: EngineView, element: Element | undefined): void {
    const key = shown?.kind === 'step' ? `${shown.guide}/${shown.step}` : ''
    if (step?.key === key && step.element === element) return
    step?.end.abort()
    step = { key, element, end: new AbortController() }
    const { advance } = active?.step ?? {}
    if (!key || !element || typeof advance !== 'object' || !('on' in advance)) return
    const { signal: lifetime } = step.end
    withActs(({ watchAdvance }) =>
      watchAdvance({ element, advance }, () => signal({ type: 'advance' }), lifetime),
    )
  }

  return {
    conduct(view, effects) {
      const { active } = view
      const { target } = active?.step ?? {}
      const element = target && targets.find(target)
      // Looked for ahead, so that what finds it is there when its turn comes.
      const next = active?.guide.steps[active.index + 1]?.target
      if (next) targets.find(next)
      const { settings, identity, locale } = options
      if (settings.theme !== theme) drawn.setTheme((theme = settings.theme) ?? {})
      const context = { journey, locale: locale(), traits: identity.traits(), target: element }
      drawn.draw(toScene(view, context))
      standing = view.shown?.kind === 'step' ? target : undefined
      expect(view)
      listen(view, element)
      patience.follow(view, element)
      targets.settle()
      // What is on screen can be acted on.
      if (view.shown ?? (view.hasLauncher || effects[0])) {
        withActs(({ carryOut }) => carryOut(effects, options))
      }
    },
    isStanding: (target) => target === standing,
    stop() {
      patience.stop()
      step?.end.abort()
    },
  }
}
