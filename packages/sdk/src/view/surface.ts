import type { Scene, Theme, ViewOptions } from '../scene.ts'
import type { Attendance } from './attend.ts'
import { createDock } from './dock.ts'
import type { Dock } from './dock.ts'
import { createMount } from './mount.ts'
import type { Mount } from './mount.ts'
import { createShow } from './show.ts'
import type { Show } from './show.ts'
import { textDirection } from './text/text-direction.ts'
import themeCss from './theme/theme.css?inline'
import { applyTheme } from './theme/theme.ts'

/** What we have in the page: the root element, and the places in it for an item and a launcher. */
export interface Surface {
  mount: Mount
  dock: Dock
  show: Show
  /** Prepares the root for a scene: its place in the page, its language and direction. */
  frame: (scene: Scene) => void
  /** @returns The names of the values that were refused. */
  setTheme: (theme: Theme) => (keyof Theme)[]
  /** What it can do was asked for before it came, or will be. */
  employ: (attendance: Attendance) => void
  remove: () => void
}

export function createSurface({ container, onShown, oops }: ViewOptions): Surface {
  const mount = createMount(container)
  const { root, adopt } = mount
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  const asked: ((attendance: Attendance) => void)[] = []
  let attendance: Attendance | undefined
  const ask = (run: (attendance: Attendance) => void): void => {
    if (attendance) run(attendance)
    else asked.push(run)
  }
  const dock = createDock(root)
  const show = createShow({
    mount,
    ask,
    launcher: dock.button,
    reduced: () => motion.matches,
    onShown,
    oops,
  })
  adopt(themeCss)

  return {
    mount,
    dock,
    show,
    frame({ item, locale }) {
      if (attendance) attendance.raise(item?.kind === 'step' ? item.target : undefined)
      mount.enter()
      root.lang = locale
      root.dir = textDirection(locale)
    },
    setTheme: (theme) => applyTheme(root, theme),
    employ(one) {
      attendance = one
      for (const run of asked.splice(0)) run(one)
    },
    remove() {
      show.remove()
      dock.remove()
      mount.remove()
    },
  }
}
