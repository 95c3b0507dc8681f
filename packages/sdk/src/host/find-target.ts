import type { Target } from '@firstwin/schema'
import { accessibleName, fold } from './accessible-name.ts'
import { isVisible } from './is-visible.ts'
import { queryAll } from './query-all.ts'

/**
 * Elements that have a role without saying so, beside those whose tag or type is the role's name.
 * Any other role is found where it is written.
 */
const IMPLICIT: Readonly<Record<string, string>> = {
  button: 'summary,[type=submit],[type=reset]',
  link: 'a[href]',
  textbox: 'textarea,input:not([type]),[type=text],[type=email],[type=tel],[type=url]',
  searchbox: '[type=search]',
  combobox: 'select',
  spinbutton: '[type=number]',
  slider: '[type=range]',
  heading: 'h1,h2,h3,h4,h5,h6',
  listitem: 'li',
  row: 'tr',
  cell: 'td',
  navigation: 'nav',
}

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
  const role = CSS.escape(target.role)
  const implicit = Object.hasOwn(IMPLICIT, role) ? `,${IMPLICIT[role]}` : ''
  return `[role=${role}],:is(${role},[type=${role}]${implicit}):not([role])`
}

function fits(element: Element, target: Target): boolean {
  if ('role' in target) {
    return target.name === undefined || accessibleName(element) === fold(target.name)
  }
  const text = 'text' in target && target.text
  return !text || fold(element.textContent).includes(fold(text))
}
