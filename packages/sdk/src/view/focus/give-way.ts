import { rectOf } from '../../node/read-node.ts'
import { listen } from '../listen.ts'
import type { Mount } from '../mount.ts'
import { FOCUSABLE } from '../tooltip/focusable-in.ts'

const GAP_PX = 8
/** Of launchers: what is higher, and no control, is a part of the page and can be seen around one. */
const PART_OF_PAGE = 3

/**
 * Moves the launcher off what has the focus in the page, if it covers that: above it, or where there
 * is no room out of sight. It comes back when the focus goes on.
 */
export function giveWay({ host, root }: Mount, signal: AbortSignal): void {
  const hear = (event: Event): void => {
    const isLeft = event.type === 'focusout'
    // What gets the focus tells of itself.
    if (isLeft && Reflect.get(event, 'relatedTarget')) return
    const [focused] = event.composedPath()
    const launcher = root.querySelector<HTMLElement>('.launcher')
    if (!launcher) return
    launcher.style.translate = ''
    launcher.style.visibility = ''
    if (isLeft || event.composedPath().includes(host) || !(focused instanceof Element)) return
    const [own, its] = [rectOf(launcher), rectOf(focused)]
    if (its.height > PART_OF_PAGE * own.height && !focused.matches(FOCUSABLE)) return
    const rise = riseOver(own, its)
    if (rise === undefined) launcher.style.visibility = 'hidden'
    else if (rise > 0) launcher.style.translate = `0 ${-rise}px`
  }
  listen('focusin focusout', hear, signal)
}

/** In px; 0 where it need not, `undefined` where it cannot. Touching is enough: a field has edges. */
function riseOver(launcher: DOMRect, focused: DOMRect): number | undefined {
  const isApart =
    launcher.left >= focused.right ||
    launcher.right <= focused.left ||
    launcher.top >= focused.bottom ||
    launcher.bottom <= focused.top
  if (isApart) return 0
  const rise = launcher.bottom - focused.top + GAP_PX
  return launcher.top - rise < 0 ? undefined : rise
}
