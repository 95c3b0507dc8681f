import type { Late } from '../view/with-late.ts'
import { createMount } from '../view/mount.ts'

/** What the inspector has in the page. */
export interface Stand {
  shadow: ShadowRoot
  root: HTMLElement
  /** Puts it where it can be seen and used: into the modal dialog that is open, or the page. */
  raise: () => void
}

/** Who develops presses a button as quickly as they like. */
const NO_ECHOES = { isOne: () => false }

/**
 * Stands in the page as views do, in a shadow root of its own, until `lifetime` aborts: no focus
 * trap, no dialog and no hotkey of the page comes in its way.
 */
export function createStand(css: string, late: Late, lifetime: AbortSignal): Stand {
  const mount = createMount(undefined)
  const { host, shadow, root, adopt, enter, remove } = mount
  host.dataset['inspector'] = ''
  adopt(css)
  const settle = late.createStand(mount, undefined, lifetime)
  late.raiseFirewall(host, lifetime, NO_ECHOES)
  lifetime.addEventListener('abort', remove)
  return {
    shadow,
    root,
    raise() {
      settle(undefined)
      enter()
    },
  }
}
