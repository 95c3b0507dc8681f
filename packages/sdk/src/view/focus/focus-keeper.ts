import { HOST_MODAL } from '../stand/host-modal.ts'
import { listen } from '../listen.ts'
import type { Mount } from '../mount.ts'
import { outerClosest } from '../stand/outer.ts'
import { focusableIn } from '../tooltip/focusable-in.ts'
import { ofDocument } from '../../node/of-document.ts'

/** Knows where the focus was before a panel took it, and gives it back. */
export interface FocusKeeper {
  /**
   * Gives the focus to a panel, unless the user is typing into the page or in a dialog of it. A toast
   * has no `tabindex`: it takes no focus, so the one before it gives it back.
   */
  take: (panel: HTMLElement, launcher: HTMLElement | undefined) => void
  /**
   * Gives it back to what had it, if that can still take it; else to what the step pointed at, the
   * launcher, or the main part of the page.
   */
  giveBack: (target: Element | undefined, launcher: HTMLElement | undefined) => void
}

/** The user types into it; of a frame nobody knows. */
const TYPED_INTO =
  'input, textarea, select, iframe, [role="textbox"], [contenteditable]:not([contenteditable="false"])'

export function createFocusKeeper({ host, shadow }: Mount, signal: AbortSignal): FocusKeeper {
  let returnTo: HTMLElement | undefined

  let inPage: EventTarget | undefined

  // Of an element in a shadow root the event that comes to us names only the host.
  const hear = (event: Event): void => {
    const path = event.composedPath()
    if (!path.includes(host)) [inPage] = path
  }
  const remember = (event: Event): void => {
    const from: unknown = Reflect.get(event, 'relatedTarget')
    if (!(from instanceof HTMLElement) || from.closest('.layer')) return
    returnTo = from.shadowRoot && inPage instanceof HTMLElement ? inPage : from
  }
  listen('focusin', hear, signal)
  shadow.addEventListener('focusin', remember, { signal })

  const giveBack: FocusKeeper['giveBack'] = (target, launcher) => {
    const places = [returnTo, target && focusableIn(target), launcher]
    returnTo = undefined
    if (!places.some((place) => place && takes(place))) focusMain(signal)
  }

  return {
    giveBack,
    take(panel, launcher) {
      if (!panel.hasAttribute('tabindex')) return giveBack(undefined, launcher)
      const active = innermostActive()
      const isBusy = active?.matches(TYPED_INTO) || outerClosest(active, HOST_MODAL)
      if (isBusy && ofDocument('activeElement') !== host && !shadow.activeElement) return
      if (!shadow.activeElement) inPage = active
      panel.focus({ preventScroll: true })
    },
  }
}

/** In open shadow roots, too. */
function innermostActive(): Element | undefined {
  let active = ofDocument('activeElement')
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active ?? undefined
}

/** @returns Whether it has the focus by now. */
function takes(element: HTMLElement): boolean {
  if (!element.isConnected) return false
  element.focus({ preventScroll: true })
  return element.matches(':focus')
}

/** The user of a keyboard or a screen reader goes on where the page begins, not above its menus. */
function focusMain(signal: AbortSignal): void {
  const main = Document.prototype.querySelector.call(document, 'main, [role="main"]')
  if (!(main instanceof HTMLElement) || takes(main)) return
  const before = main.getAttribute('tabindex')
  const end = new AbortController()
  const restore = (): void => {
    end.abort()
    if (before === null) main.removeAttribute('tabindex')
    else main.setAttribute('tabindex', before)
  }
  main.tabIndex = -1
  // Tab goes on from there, also when it has the focus no longer.
  if (!takes(main) || signal.aborted) return restore()
  main.addEventListener('blur', restore, { signal: end.signal })
  signal.addEventListener('abort', restore, { signal: end.signal })
}
