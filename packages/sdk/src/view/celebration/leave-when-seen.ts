/** What goes by itself stays this long at least, for those who read slowly or with a magnifier. */
const STAY_MS = 20_000

/**
 * Calls `onSeen` after the stay. While the pointer or the focus is in the panel, or the tab is not
 * looked at, time stands still; after that the stay begins anew.
 */
export function leaveWhenSeen(panel: HTMLElement, onSeen: () => void, signal: AbortSignal): void {
  const held = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => clearTimeout(timer)
  const hold = (why: string, holds: boolean): void => {
    if (holds) held.add(why)
    else held.delete(why)
    stop()
    if (held.size === 0) timer = setTimeout(onSeen, STAY_MS)
  }
  const listen = (target: EventTarget, sign: string, run: () => void): void =>
    target.addEventListener(sign, run, { signal })

  listen(panel, 'pointerenter', () => hold('pointer', true))
  listen(panel, 'pointerleave', () => hold('pointer', false))
  listen(panel, 'focusin', () => hold('focus', true))
  listen(panel, 'focusout', () => hold('focus', false))
  const look = (): void => hold('tab', document.visibilityState === 'hidden')
  listen(window, 'visibilitychange', look)
  signal.addEventListener('abort', stop)
  look()
}
