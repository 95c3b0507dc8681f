import type { Scene, Theme, ViewOptions } from '../scene.ts'
import { createAnnouncer } from './announcer.ts'
import { createDock } from './dock.ts'
import type { Dock } from './dock.ts'
import { createFocusKeeper } from './focus-keeper.ts'
import { createMount } from './mount.ts'
import { createShow } from './show.ts'
import type { Show } from './show.ts'
import { textDirection } from './text-direction.ts'
import themeCss from './theme.css?inline'
import { applyTheme } from './theme.ts'

/** What we have in the page: the root element, and the places in it for an item and a launcher. */
export interface Surface {
  host: HTMLElement
  dock: Dock
  show: Show
  adopt: (css: string) => void
  /** Prepares the root for a scene: its place in the page, its language and direction. */
  frame: (scene: Scene) => void
  /** @returns The names of the values that were refused. */
  setTheme: (theme: Theme) => (keyof Theme)[]
  remove: () => void
}

export function createSurface(options: ViewOptions, signal: AbortSignal): Surface {
  const mount = createMount(options.container)
  const { host, root, adopt } = mount
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  const announce = createAnnouncer(root, signal)
  const dock = createDock(root)
  const show = createShow({
    root,
    focus: createFocusKeeper(mount, signal),
    launcher: dock.button,
    announce,
    reduced: () => motion.matches,
    onShown: options.onShown,
  })
  adopt(themeCss)

  return {
    host,
    dock,
    show,
    adopt,
    frame({ item, locale }) {
      mount.raise(item?.kind === 'step' ? item.target : undefined)
      root.lang = locale
      root.dir = textDirection(locale)
    },
    setTheme: (theme) => applyTheme(root, theme),
    remove() {
      show.remove()
      dock.remove()
      mount.remove()
    },
  }
}
