import type { Effect, EngineView, Loaded, Outcome, Signal } from '@firstwin/engine'
import { watchAdvance } from './host/watch-advance.ts'
import type { Hooks } from './options.ts'
import type { Stagehand } from './stagehand.ts'
import type { TargetWatch } from './target-watch.ts'
import type { Tell } from './tell.ts'
import { toScene } from './to-scene.ts'

export interface ConductorOptions {
  journey: Loaded
  hooks: Hooks
  stagehand: Stagehand
  targets: TargetWatch
  signal: (signal: Signal) => void
  now: () => number
  locale: () => string
  traits: () => Readonly<Record<string, unknown>>
  tell: Tell
}

/** Carries out what a turn of the engine decided: draws, watches, waits, and asks the host. */
export interface Conductor {
  conduct: (outcome: Outcome) => void
  stop: () => void
}

/** How long a step may wait for its target before that is reported. */
const TARGET_WAIT_MS = 10_000
/** Browsers wrap longer timers around to 0. */
const MAX_TIMER_MS = 0x7fffffff

export function createConductor(options: ConductorOptions): Conductor {
  const { journey, stagehand, targets, signal } = options
  let alarm: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  let awaited: string | undefined
  let step: { key: string; element: Element | undefined; end: AbortController } | undefined

  /** Time alone changes some answers; one timer for the next such moment is all there is. */
  function setAlarm(wakeAt: number): void {
    clearTimeout(alarm)
    if (wakeAt === Number.POSITIVE_INFINITY) return
    const delay = Math.min(Math.max(wakeAt - options.now(), 50), MAX_TIMER_MS)
    alarm = setTimeout(() => signal({ type: 'check' }), delay)
  }

  /** Listens on the target of the step that is shown for what leads on. */
  function listen({ active, shown }: EngineView, element: Element | undefined): void {
    const key = shown?.kind === 'step' ? `${shown.guide}/${shown.step}` : ''
    if (step?.key === key && step.element === element) return
    step?.end.abort()
    step = { key, element, end: new AbortController() }
    const { advance } = active?.step ?? {}
    if (!key || !element || typeof advance !== 'object' || !('on' in advance)) return
    watchAdvance({ element, advance }, () => signal({ type: 'advance' }), step.end.signal)
  }

  /** Counts how long a step under way has been without its target. */
  function beMissed({ active, shown }: EngineView): void {
    const isWaiting = active && shown?.kind !== 'step' && !active.memory.missing
    const key = isWaiting ? `${active.guide.id}/${active.step.id}` : undefined
    if (key === awaited) return
    awaited = key
    clearTimeout(patience)
    if (!key) return
    patience = setTimeout(() => {
      options.tell('target-missing', key)
      signal({ type: 'missing', reason: 'not-found', waitedMs: TARGET_WAIT_MS })
    }, TARGET_WAIT_MS)
  }

  return {
    conduct({ view, effects, wakeAt }) {
      const { target } = (view.shown?.kind === 'step' && view.active?.step) || {}
      const element = target && targets.find(target)
      const [locale, traits] = [options.locale(), options.traits()]
      stagehand.draw(toScene(view, { journey, locale, traits, target: element }))
      expectNext(view, stagehand)
      listen(view, element)
      beMissed(view)
      targets.settle()
      setAlarm(wakeAt)
      for (const effect of effects) carryOut(effect, options)
    },
    stop() {
      clearTimeout(alarm)
      clearTimeout(patience)
      step?.end.abort()
    },
  }
}

/** Where a path is open, its checklist and its praise are near; its guides come from there. */
function expectNext({ hasLauncher, active }: EngineView, stagehand: Stagehand): void {
  if (active) stagehand.expect('step')
  if (!hasLauncher) return
  stagehand.expect('checklist')
  stagehand.expect('step')
  stagehand.expect('celebration')
}

function carryOut(effect: Effect, { hooks, signal, tell }: ConductorOptions): void {
  switch (effect.do) {
    case 'navigate':
      goTo(effect.to, hooks, tell)
      return
    case 'apply': {
      const { setup, values } = effect
      const end = (ok: boolean): void => signal({ type: 'applied', setup, values, ok })
      // In a promise, so that a hook that throws and one that rejects are the same.
      void Promise.resolve()
        .then(() => hooks.apply?.(setup, values))
        .then(
          () => end(true),
          (error: unknown) => {
            tell('apply-failed', error)
            end(false)
          },
        )
    }
  }
}

/** Goes to a route of the host, by its own router where it gave us one. Other origins are refused. */
export function goTo(url: string, hooks: Hooks, tell: Tell): void {
  if (!/^\/(?![/\\])/.test(url)) return
  try {
    if (hooks.navigate) hooks.navigate(url)
    else location.assign(url)
  } catch (error) {
    tell('callback-threw', error)
  }
}
