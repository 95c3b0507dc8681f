/** Long enough to read two lines twice. */
const STAY_MS = 8000

/** Calls `onSeen` after the stay. While the pointer or the focus is in the panel, time stands still. */
export function leaveWhenSeen(panel: HTMLElement, onSeen: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hold = (): void => clearTimeout(timer)
  const start = (): void => {
    hold()
    timer = setTimeout(onSeen, STAY_MS)
  }
  for (const sign of ['pointerenter', 'focusin']) panel.addEventListener(sign, hold, { signal })
  for (const sign of ['pointerleave', 'focusout']) panel.addEventListener(sign, start, { signal })
  signal.addEventListener('abort', hold)
  start()
}
