import type { Mount } from '../mount.ts'

/** What being taken out of the page loses. */
interface Kept {
  focus: HTMLElement | undefined
  scrolled: readonly { element: Element; top: number; left: number }[]
}

/**
 * Moves the host element, with the focus, what was typed and what was scrolled.
 * @param focus What has the focus in us, or had it until the page took us with it.
 */
export function moveInto({ host, shadow }: Mount, parent: Element, focus?: HTMLElement): void {
  const kept = { focus, scrolled: scrolledIn(shadow) }
  if (!moveBefore(host, parent)) parent.append(host)
  promote(host)
  restore(kept, shadow)
}

/** Shows the host element above everything that came into the top layer after it. */
export function promote(host: HTMLElement): void {
  if (host.matches(':popover-open')) host.hidePopover()
  host.showPopover()
}

/** Not in WebKit, and not from outside of the page. */
function moveBefore(host: HTMLElement, parent: Element): boolean {
  if (!host.isConnected || !('moveBefore' in parent)) return false
  try {
    parent.moveBefore(host, null)
  } catch {
    return false
  }
  return true
}

function scrolledIn(shadow: ShadowRoot): Kept['scrolled'] {
  return [...shadow.querySelectorAll('*')].flatMap((element) => {
    const { scrollTop: top, scrollLeft: left } = element
    return top || left ? [{ element, top, left }] : []
  })
}

function restore({ focus, scrolled }: Kept, shadow: ShadowRoot): void {
  for (const { element, top, left } of scrolled) {
    if (element.scrollTop !== top || element.scrollLeft !== left) {
      element.scrollTo({ top, left, behavior: 'instant' })
    }
  }
  if (focus && shadow.activeElement !== focus) focus.focus({ preventScroll: true })
}
