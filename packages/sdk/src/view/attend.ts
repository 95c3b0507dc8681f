import type { Action } from '@firstwin/engine'
import { listenForEscape } from './escape-key.ts'
import type { Show } from './show.ts'
import { stayAbove } from './stay-above.ts'

interface AttendOptions {
  host: HTMLElement
  show: Show
  act: (action: Action) => void
  redraw: () => void
  /** The user does something on the page. */
  onPageUsed: () => void
}

/** What happens in our panels is not the page's business: its hotkeys and "click outside" stay quiet. */
const KEPT_EVENTS = ['click', 'pointerdown', 'mousedown', 'touchstart', 'keydown', 'keyup', 'input']
const ESCAPE: Action = { do: 'dismiss', reason: 'escape' }

/** Listens, until `signal` aborts, to what the user and the page do while we are on screen. */
export function attend(options: AttendOptions, signal: AbortSignal): void {
  const { host, redraw, onPageUsed } = options
  for (const type of KEPT_EVENTS) host.addEventListener(type, (event) => event.stopPropagation())
  const hear = (event: Event): void => {
    if (!event.composedPath().includes(host)) onPageUsed()
  }
  // On window, because an element named "addEventListener" stands in the way of document's.
  const listen = (type: string, run: (event: Event) => void): void =>
    window.addEventListener(type, run, { capture: true, signal })
  for (const type of ['keydown', 'pointerdown']) listen(type, hear)
  // A dialog that we stood in has closed, or something went full-screen.
  for (const sign of ['close', 'fullscreenchange']) listen(sign, redraw)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal })
  listenForEscape(() => escape(options), signal)
  stayAbove(host, signal)
}

/** Does what Escape does to the item; `false` if the key is not meant for it. */
function escape({ show, act }: AttendOptions): boolean {
  const current = show.current()
  if (!current) return false
  const { part, item, hasFocus } = current
  if (!hasFocus && !(part.escapeFromPage?.(item) && isPageIdle())) return false
  act(part.escape ?? ESCAPE)
  return true
}

/** Nothing has the focus, and no dialog of the page waits for this Escape. */
function isPageIdle(): boolean {
  const active = document.activeElement
  const modal = Document.prototype.querySelector.call(document, ':modal')
  return (active === null || active === document.body) && !modal
}
