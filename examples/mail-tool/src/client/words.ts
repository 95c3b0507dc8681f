import type { Locale } from '../model/locale.ts'
import { useApp } from './app-context.ts'

type Word = string | ((...values: never[]) => string)

/** The words of one page in both languages, side by side; the compiler finds what is missing. */
export function defineWords<Words extends Readonly<Record<string, Word>>>(
  en: Words,
  ja: NoInfer<Words>,
): Record<Locale, Words> {
  return { en, ja }
}

/** Those of `words` in the language of the user. */
export function useWords<Words>(words: Record<Locale, Words>): Words {
  return words[useApp().locale]
}
