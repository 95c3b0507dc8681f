import type { Effect, EngineView } from '@firstwin/engine'
import { carryOut } from './carry-out.ts'
import type { ConductorOptions } from './conductor.ts'
import { watchAdvance } from './host/target/watch-advance.ts'
import type { SceneItem } from './scene.ts'

interface Turn {
  view: EngineView
  /** That the step under way points at. */
  element: Element | undefined
  effects: readonly Effect[]
}

/** What follows on something that is on screen. */
export interface FollowUp {
  follow: (turn: Turn) => void
  stop: () => void
}

/** Late enough not to compete with the host's own start. */
const FETCH_AHEAD_MS = 300

export function createFollowUp(options: ConductorOptions): FollowUp {
  const { view: drawn, signal } = options
  const expected = new Set<SceneItem['kind']>()
  let step: { key: string; element: Element | undefined; end: AbortController } | undefined

  /** What is likely to come soon is fetched, once the page has had its time. */
  function expect({ hasLauncher }: EngineView): void {
    if (!hasLauncher) return
    for (const kind of ['checklist', 'celebration'] as const) {
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
    watchAdvance({ element, advance }, () => signal({ type: 'advance' }), step.end.signal)
  }

  return {
    follow({ view, element, effects }) {
      expect(view)
      listen(view, element)
      carryOut(effects, options)
    },
    stop: () => step?.end.abort(),
  }
}
