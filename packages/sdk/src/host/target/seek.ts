import type { MissingReason, Target } from '@firstwin/schema'
import { isSafeSelector } from '@firstwin/schema/safe-selector'
import { accessibleName } from './accessible-name.ts'
import { selectorOfRole } from './by-role.ts'
import { fold } from './fold.ts'
import { hasWords } from './has-words.ts'
import { queryIn, rootOf, survey, type Root } from './roots.ts'
import { selectorOfId } from './selector-of-id.ts'

/** What a search came to. */
export interface Sought {
  /** All that fit, drawn or not. */
  elements: Element[]
  /** Why there can be none, where that is known. */
  fault: MissingReason | undefined
}

const STEP = '>>>'

/**
 * Looks for a target wherever we may look, which is in these roots, or only where its `within` says.
 */
export function seek(target: Target, page: Root[] = survey(document).roots): Sought {
  const { frame, shadow } = target.within ?? {}
  const css = 'css' in target ? target.css : undefined
  const way = [frame, shadow, css].flatMap((selectors) => selectors?.split(STEP) ?? [])
  if (!way.every(isUsable)) return { elements: [], fault: 'refused' }
  const last = 'css' in target ? (way.pop() ?? '') : selectorOf(target)
  const { roots, fault } = follow(way, page)
  const matches = roots.flatMap((root) => queryIn(root, last))
  return { elements: [...new Set(matches)].filter((one) => fits(one, target)), fault }
}

function selectorOf(target: Exclude<Target, { css: string }>): string {
  return 'id' in target ? selectorOfId(target.id) : selectorOfRole(target.role)
}

function isUsable(selector: string): boolean {
  if (!isSafeSelector(selector)) return false
  try {
    new DocumentFragment().querySelector(selector)
    return true
  } catch {
    return false
  }
}

/** From root to root by these selectors: each names what opens the next. */
function follow(
  way: readonly string[],
  page: Root[],
): { roots: Root[]; fault: MissingReason | undefined } {
  let roots = page
  for (const selector of way) {
    const doors = roots.flatMap((root) => queryIn(root, selector))
    const opened = doors.flatMap((door) => rootOf(door) ?? [])
    if (doors[0] && !opened[0]) return { roots: [], fault: 'unreachable' }
    roots = opened.flatMap((root) => survey(root).roots)
  }
  return { roots, fault: undefined }
}

function fits(element: Element, target: Target): boolean {
  if ('role' in target) {
    return target.name === undefined || accessibleName(element) === fold(target.name)
  }
  const text = 'text' in target && target.text
  return !text || hasWords(element, text)
}
