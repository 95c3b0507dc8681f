import type { Journey } from '../journey.ts'
import { isText } from '../text-keys.ts'
import type { Problem } from './problem.ts'
import { type Entry, walk } from './walk.ts'
import { oneOf } from './value-kind.ts'

/** Texts that some users would read in another language than the rest. */
export function textAdvice(journey: Journey): Problem[] {
  const texts = walk(journey).filter(isTranslated)
  const locales = new Set([journey.locale, ...texts.flatMap(({ value }) => Object.keys(value))])
  return texts.flatMap(({ path, value }): Problem[] => {
    const missing = [...locales].filter((locale) => !Object.hasOwn(value, locale))
    if (missing.length === 0) return []
    const names = oneOf(missing.map((locale) => JSON.stringify(locale)))
    const reason = missing.includes(journey.locale)
      ? `${JSON.stringify(journey.locale)} is the language of the journey`
      : 'other texts have it'
    const message = `No text for ${names}, and ${reason}.`
    return [{ severity: 'warning', code: 'text-missing', path, message }]
  })
}

function isTranslated(entry: Entry): entry is Entry & { value: object } {
  return isText(entry.path) && typeof entry.value === 'object' && entry.value !== null
}
