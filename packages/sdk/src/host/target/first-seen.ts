import type { Target } from '@firstwin/schema'
import { framesAround } from './holders.ts'
import { isVisible } from './is-visible.ts'

/** The first of these that is drawn, or the one after `nth` that are. */
export function firstSeen(target: Target, elements: readonly Element[]): Element | undefined {
  let skip = ('nth' in target && target.nth) || 0
  return elements.find((element) => isSeen(element) && !skip--)
}

/** What is in a frame that is not drawn is not drawn either. */
function isSeen(element: Element): boolean {
  return isVisible(element) && framesAround(element).every(isVisible)
}
