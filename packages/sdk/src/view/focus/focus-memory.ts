import { listen } from '../listen.ts'
import type { Mount } from '../mount.ts'

/** So long after it lost the focus, what had it counts as having it. */
const RECENT_MS = 100

/** Knows what has the focus in us, or had it until the page took us out or closed what we stood in. */
export function createFocusMemory(
  { host, shadow }: Mount,
  signal: AbortSignal,
): () => HTMLElement | undefined {
  let last: HTMLElement | undefined
  let leftAt = Number.POSITIVE_INFINITY

  const enter = ({ target }: Event): void => {
    last = target instanceof HTMLElement ? target : undefined
    leftAt = Number.POSITIVE_INFINITY
  }
  const leave = (): void => {
    leftAt = performance.now()
  }
  shadow.addEventListener('focusin', enter, { signal })
  shadow.addEventListener('focusout', leave, { signal })
  // Who uses the page has left by their own will.
  const forget = (event: Event): void => {
    if (!event.composedPath().includes(host)) last = undefined
  }
  listen('pointerdown keydown', forget, signal)

  return () => (performance.now() - leftAt < RECENT_MS ? last : undefined)
}
