import type { Target } from '@firstwin/schema'
import { isVisible } from './is-visible.ts'
import { queryAll } from '../query-all.ts'
import { selectorOfId } from './selector-of-id.ts'

/**
 * Tags, classes, ids, simple attributes and pseudo-classes: nothing that might be refused. Others take
 * a closer look than there is room for here.
 */
const PLAIN =
  /^(?:[\w\s#.,>+-]|:(?!has|is|where|not)|\([\w\s+-]*\)|\[(?!value|content)[\w-]+(?:="?[\w\s-]*"?)?\]){1,256}$/i

/**
 * The first visible element in the page itself that fits, or the one after `nth` visible ones, where
 * the target is an id or plain CSS; else nothing.
 */
export function findPlain(target: Target): Element | undefined {
  let skip = ('nth' in target && target.nth) || 0
  return queryAll(plainSelector(target)).find((one) => isVisible(one) && !skip--)
}

/** Empty, which matches nothing, if it takes more than a plain selector. */
function plainSelector(target: Target): string {
  if (target.within) return ''
  if ('id' in target) return selectorOfId(target.id)
  return 'css' in target && !target.text && PLAIN.test(target.css) ? target.css : ''
}
