import type { Target } from '@firstwin/schema'
import type * as roleRules from './by-role.ts'
import { fold } from './fold.ts'
import { isVisible } from './is-visible.ts'
import { queryAll } from './query-all.ts'

let roles: typeof roleRules | undefined

const MAX_SELECTOR_LENGTH = 256
/**
 * Selectors that could read secrets bit by bit (`[value^=a]`, and reports say what matched) or that
 * are slow, also where written with escapes or comments.
 */
const REFUSED = /\[[^a-z]*(value|content)\b(?!-)|:has\(|\[[^\]"']*\\|(?<!\\):[\w-]*\\|\/\*/i

/**
 * The first visible element in the page that fits, or the one after `nth` visible ones;
 * `undefined` if there is none, if the selector is refused or no CSS, and for targets in frames and
 * shadow roots (`within`), which are not searched. Never throws.
 * A target by its role is found only after `fetchRoles`.
 */
export function findTarget(target: Target): Element | undefined {
  if (target.within) return undefined
  let skip = ('nth' in target && target.nth) || 0
  const isWanted = (element: Element): boolean => isVisible(element) && fits(element, target)
  return queryAll(selectorOf(target)).find((element) => isWanted(element) && !skip--)
}

/** Empty, which matches nothing, if there is none that may be used. */
function selectorOf(target: Target): string {
  if ('id' in target) return `[data-firstwin="${CSS.escape(target.id)}"]`
  if ('css' in target) {
    const { css } = target
    return css.length > MAX_SELECTOR_LENGTH || REFUSED.test(css) ? '' : css
  }
  return roles?.selectorOfRole(target.role) ?? ''
}

function fits(element: Element, target: Target): boolean {
  if ('role' in target) {
    return target.name === undefined || roles?.accessibleName(element) === fold(target.name)
  }
  const text = 'text' in target && target.text
  return !text || fold(element.textContent).includes(fold(text))
}

/** Whether it cannot be found before `fetchRoles` has ended. */
export function needsRoles(target: Target): boolean {
  return 'role' in target && !roles
}

/** Fetches what finds targets by their role: most journeys have none, and need none of it. */
export async function fetchRoles(): Promise<void> {
  roles = await import('./by-role.ts')
}
