import { ofDocument } from '../../node/of-document.ts'

/** What goes by itself stays this long at least, for those who read slowly or with a magnifier. */
const STAY_MS = 20_000
/** A press that comes sooner belongs to what was done for the win. */
const MEANT_MS = 1000

/**
 * Calls `onSeen` after the stay. While the pointer or the focus is in the panel, or the tab is not
 * looked at, time stands still; after that the stay begins anew. A panel marked as `data-awaited`, in
 * whose place a guide could go on, also goes when the user goes on: with the next press on the page.
 */
export function leaveWhenSeen(panel: HTMLElement, onSeen: () => void, signal: AbortSignal): void {
  const held = new Set<string>()
  const shownAt = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const hold = (why: string, holds: boolean): void => {
    if (holds) held.add(why)
    else held.delete(why)
    clearTimeout(timer)
    if (held.size === 0 && !signal.aborted) timer = setTimeout(onSeen, STAY_MS)
  }
  const goOn = (event: Event): void => {
    const isMeant = event.isTrusted && performance.now() - shownAt >= MEANT_MS
    if (isMeant && 'awaited' in panel.dataset && !event.composedPath().includes(panel)) onSeen()
  }
  const listen = (target: EventTarget, sign: string, run: (event: Event) => void): void =>
    target.addEventListener(sign, run, { signal, capture: target === window })

  listen(panel, 'pointerenter', () => hold('pointer', true))
  listen(panel, 'pointerleave', () => hold('pointer', false))
  listen(panel, 'focusin', () => hold('focus', true))
  listen(panel, 'focusout', () => hold('focus', false))
  for (const sign of ['pointerdown', 'keydown']) listen(window, sign, goOn)
  const look = (): void => hold('tab', ofDocument('visibilityState') === 'hidden')
  listen(window, 'visibilitychange', look)
  signal.addEventListener('abort', () => clearTimeout(timer))
  look()
}
