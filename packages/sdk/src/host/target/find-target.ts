import type { Target } from '@firstwin/schema'
import type * as deepSearch from './find-deep.ts'
import { findPlain } from './find-plain.ts'

/** What is known of targets that are not simply there. */
export type DeepSearch = typeof deepSearch

let deep: DeepSearch | undefined

/**
 * The first visible element that fits, or the one after `nth` visible ones; `undefined` if there is
 * none, or if the selector is refused or no CSS. Never throws. By an id or plain CSS it is found at
 * once where it stands in the page itself; everything else, and what is in a shadow root or a frame,
 * is found only after `fetchDeep`.
 */
export function findTarget(target: Target): Element | undefined {
  return findPlain(target) ?? deep?.findDeep(target)
}

/** The deep search, if it was fetched. */
export function deepIfThere(): DeepSearch | undefined {
  return deep
}

/** Fetches what finds the others: many pages need none of it. */
export async function fetchDeep(): Promise<DeepSearch> {
  return (deep ??= await import('./find-deep.ts'))
}
