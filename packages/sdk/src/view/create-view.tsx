import type { Action } from '@firstwin/engine'
import type { CreateView, Scene } from '../scene.ts'
import { createIntent } from './intent.ts'
import { isRuled } from './stand/is-ruled.ts'
import { createLoader } from './loader.ts'
import { createSay } from './text/say.ts'
import { createSurface } from './surface.ts'
import { warnOfTheme } from './theme/warn-of-theme.ts'
import { withLate, type Late } from './with-late.ts'

/** Draws scenes into a shadow root at the end of the page. It holds no rule and no progress. */
export const createView: CreateView = (options) => {
  const lifetime = new AbortController()
  const { signal } = lifetime
  const surface = createSurface(options)
  const intent = createIntent()
  const partsIn = createLoader({ onReady: draw, onFailed, onError: options.oops })
  let { theme } = options
  let scene: Scene | undefined
  let isAttended = false

  function act(action: Action): void {
    intent.note(action)
    options.act(action)
  }

  function draw(): void {
    if (!scene || signal.aborted) return
    const { item, launcher, locale } = scene
    const parts = partsIn(locale)
    const part = item && parts(item.kind)
    const list = launcher && parts('checklist')
    if (!isAttended && (part ?? list)) withLate(listen)
    if (!isAttended && isRuled()) return
    surface.frame(scene)
    surface.setTheme(theme)
    for (const loaded of [part, list]) if (loaded) surface.mount.adopt(loaded.css)
    const ui = { say: createSay(scene), words: undefined, locale, act, follow: options.follow }
    surface.dock.draw(launcher && list?.launcher?.(launcher, item, ui))
    if (!item) surface.show.clear(scene.isUnderWay)
    else if (part) surface.show.draw({ item, part, ui, asked: intent.take })
  }

  function listen({ attend }: Late): void {
    if (isAttended || signal.aborted) return
    isAttended = true
    const { oops, onDetached } = options
    const calls = { act, oops, onDetached, redraw: draw, onPageUsed: intent.forget }
    surface.employ(attend({ ...surface, ...calls }, signal))
    draw()
  }

  /** What cannot be drawn must not stay in the way: it comes back with the next session. */
  function onFailed(key: string): void {
    if (scene?.item?.kind !== key) return
    options.act(key === 'checklist' ? { do: 'close' } : { do: 'dismiss', reason: 'later' })
  }

  if (__DEV__) warnOfTheme(surface.setTheme(theme))

  return {
    draw(next) {
      scene = next
      draw()
    },
    setTheme(next) {
      theme = next
      if (__DEV__) warnOfTheme(surface.setTheme(theme))
      draw()
    },
    prefetch: (kind) => void (scene && partsIn(scene.locale)(kind)),
    remove() {
      lifetime.abort()
      surface.remove()
    },
  }
}
