import type { Target } from '@firstwin/schema'
import { findTarget } from './find-target.ts'
import { listen } from '../listen.ts'
import { oncePerFrame } from '../once-per-frame.ts'

/** What can show or hide an element and leaves the DOM as it is. */
const EVENTS = 'resize load change toggle transitionend animationend'

/**
 * Calls `onChange` with the target's element: at once, and again whenever it is another one, or
 * `undefined` because it is gone or hidden. Looks at most once a frame, and only after something in
 * the page has changed.
 */
export function watchTarget(
  target: Target,
  onChange: (element: Element | undefined) => void,
  lifetime: AbortSignal,
): void {
  if (lifetime.aborted) return
  let last = findTarget(target)

  const lookSoon = oncePerFrame(() => {
    const found = findTarget(target)
    if (found === last) return
    if (last) sizes.unobserve(last)
    if (found) sizes.observe(found)
    last = found
    onChange(found)
  }, lifetime)

  const changes = new MutationObserver(lookSoon)
  // Hidden by a style sheet: the DOM does not change, the size does.
  const sizes = new ResizeObserver(lookSoon)
  changes.observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
  if (last) sizes.observe(last)
  listen(EVENTS, lookSoon, lifetime)
  lifetime.addEventListener('abort', () => {
    changes.disconnect()
    sizes.disconnect()
  })
  onChange(last)
}

export type WatchTarget = typeof watchTarget
