/** What goes by itself stays this long at least, for those who read slowly or with a magnifier. */
const STAY_MS = 20_000
/** What a guide under way waits for stays shorter: the user is about to go on. */
const AWAITED_MS = 6000

/**
 * Calls `onSeen` after the stay, which is short while the panel is marked as `data-awaited`. While
 * the pointer or the focus is in the panel, or the tab is not looked at, time stands still; after
 * that the stay begins anew.
 */
export function leaveWhenSeen(panel: HTMLElement, onSeen: () => void, signal: AbortSignal): void {
  const held = new Set<string>()
  let from = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => clearTimeout(timer)
  const wait = (passed: number): void => {
    stop()
    if (held.size > 0 || signal.aborted) return
    const stay = 'awaited' in panel.dataset ? AWAITED_MS : STAY_MS
    timer = setTimeout(onSeen, Math.max(0, stay - passed))
  }
  const hold = (why: string, holds: boolean): void => {
    if (holds) held.add(why)
    else held.delete(why)
    from = performance.now()
    wait(0)
  }
  const listen = (target: EventTarget, sign: string, run: () => void): void =>
    target.addEventListener(sign, run, { signal })

  listen(panel, 'pointerenter', () => hold('pointer', true))
  listen(panel, 'pointerleave', () => hold('pointer', false))
  listen(panel, 'focusin', () => hold('focus', true))
  listen(panel, 'focusout', () => hold('focus', false))
  const look = (): void => hold('tab', document.visibilityState === 'hidden')
  listen(window, 'visibilitychange', look)
  const marks = new MutationObserver(() => wait(performance.now() - from))
  marks.observe(panel, { attributes: true, attributeFilter: ['data-awaited'] })
  signal.addEventListener('abort', () => {
    stop()
    marks.disconnect()
  })
  look()
}
