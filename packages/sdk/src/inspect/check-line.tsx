import type { Condition, Target } from '@firstwin/schema'
import type { VNode } from 'preact'
import { Icon } from './icon-button.tsx'
import type { Sight } from './sight.ts'
import { toShownText, toTargetText, toText } from './to-text.ts'
import { toDate } from './to-time.ts'
import type { Judged } from './verdict.ts'

interface CheckLineProps {
  judged: Judged
  sight: Pick<Sight, 'words' | 'locale'>
}

/** One check, or one part of a condition: whether it holds, what it asks for, what is found. */
export function CheckLine({ judged: { check, result, depth }, sight }: CheckLineProps): VNode {
  const { words, locale } = sight
  const isOwn = check.check === 'place' && result === 'passed'
  const found = isOwn ? '' : toFoundText(check.found, locale)
  const condition = toWantedText(check.wanted, words)
  const text = depth > 0 ? condition : [words.needs(check), condition].filter(Boolean).join(': ')
  return (
    <li class={`check ${result}`} style={{ '--depth': depth }}>
      <Icon name={result} />
      <span class="hidden">{words[result]} </span>
      <span>
        {text}
        {found !== '' && (
          <>
            {' '}
            <span class="found">
              {condition ? `· ${words.now} ` : '· '}
              <code>{found}</code>
            </span>
          </>
        )}
      </span>
    </li>
  )
}

const TARGETS = 'id role css text'.split(' ')
const LEAVES = 'all any not trait event win guide route target since every audience'.split(' ')

/** What a check looks for, where that is a condition or a target. */
export function toWantedText(wanted: unknown, words: Sight['words']): string {
  if (isCondition(wanted)) return words.condition(wanted)
  return isTarget(wanted) ? toTargetText(wanted) : ''
}

function isTarget(value: unknown): value is Target {
  return hasOne(value, TARGETS)
}

function isCondition(value: unknown): value is Condition {
  return hasOne(value, LEAVES)
}

function hasOne(value: unknown, keys: readonly string[]): boolean {
  return (
    typeof value === 'object' && value !== null && keys.some((key) => Object.hasOwn(value, key))
  )
}

/** What is found, as far as it says more than whether the check holds. */
export function toFoundText(found: unknown, locale: string): string {
  if (typeof found === 'boolean' || found === undefined || found === 'everybody') return ''
  // No other number among them is as large as a time since 1970.
  if (typeof found === 'number') return found > 1e11 ? toDate(found, locale) : String(found)
  if (typeof found === 'string') return found
  if (typeof found !== 'object' || found === null) return toText(found)
  if (Array.isArray(found)) return found.join(', ')
  if ('count' in found) return `${String(found.count)}×`
  if ('kind' in found) return toShownText(found)
  if ('quietSince' in found) return found.quietSince ? toFoundText(found.quietSince, locale) : ''
  if ('end' in found) return String(found.end)
  if ('at' in found) return toFoundText(found.at, locale)
  if ('status' in found) return String(found.status)
  return toText(found)
}
