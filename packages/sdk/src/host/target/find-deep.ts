import type { Target } from '@firstwin/schema'
import { firstSeen } from './first-seen.ts'
import { holdersOf } from './holders.ts'
import { seek } from './seek.ts'

/**
 * The first visible element that fits, or the one after `nth` visible ones, in the page, its open
 * shadow roots and its frames of the same origin, in this order. Never throws: what is in frames of
 * other origins and in closed roots is not there.
 */
export function findDeep(target: Target): Element | undefined {
  return firstSeen(target, seek(target).elements)
}

/** Whether the outer one holds the inner one, also from another root. */
export function isAround(outer: Element, inner: Element): boolean {
  return holdersOf(inner).includes(outer)
}

export { createPatience } from './create-patience.ts'
export { isCovered } from './is-covered.ts'
export { tellWhenFree } from './tell-when-free.ts'
export { watchDeep } from './watch-deep.ts'
