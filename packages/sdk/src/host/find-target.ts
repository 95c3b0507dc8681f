import type { Target } from '@firstwin/schema'
import type * as deepSearch from './find-deep.ts'
import { isVisible } from './is-visible.ts'
import { queryAll } from './query-all.ts'
import { selectorOfId } from './selector-of-id.ts'

/** What is known of targets that are not simply there. */
export type DeepSearch = typeof deepSearch

let deep: DeepSearch | undefined

/**
 * Tags, classes, ids, simple attributes and pseudo-classes: nothing that might be refused. Others take
 * a closer look than there is room for here.
 */
const PLAIN =
  /^(?:[\w\s#.,>+-]|:(?!has|is|where|not)|\([\w\s+-]*\)|\[(?!value|content)[\w-]+(?:="?[\w\s-]*"?)?\]){1,256}$/i

/**
 * The first visible element that fits, or the one after `nth` visible ones; `undefined` if there is
 * none, or if the selector is refused or no CSS. Never throws. By an id or plain CSS it is found at
 * once where it stands in the page itself; everything else, and what is in a shadow root or a frame,
 * is found only after `fetchDeep`.
 */
export function findTarget(target: Target): Element | undefined {
  let skip = ('nth' in target && target.nth) || 0
  const inPage = queryAll(plainSelector(target)).find((one) => isVisible(one) && !skip--)
  return inPage ?? deep?.findDeep(target)
}

/** Empty, which matches nothing, if it takes more than a plain selector. */
function plainSelector(target: Target): string {
  if (target.within) return ''
  if ('id' in target) return selectorOfId(target.id)
  return 'css' in target && !target.text && PLAIN.test(target.css) ? target.css : ''
}

/** The deep search, if it was fetched. */
export function deepIfThere(): DeepSearch | undefined {
  return deep
}

/** Fetches what finds the others: many pages need none of it. */
export async function fetchDeep(): Promise<DeepSearch> {
  return (deep ??= await import('./find-deep.ts'))
}
