import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { Words } from './words.ts'

export type Language = Words['locale']

export const LANGUAGES: Readonly<Record<Language, Words>> = { en, ja }

const KEPT_AS = 'firstwin-results-language'

/** The language chosen here before, else the first of the browser's that there is, else English. */
export function firstLanguage(): Language {
  const wanted = [readKept(), ...navigator.languages]
  const tags = wanted.map((tag) => tag?.slice(0, 2).toLowerCase())
  return tags.find((tag) => tag === 'en' || tag === 'ja') ?? 'en'
}

function readKept(): string | undefined {
  try {
    return localStorage.getItem(KEPT_AS) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers the choice where the browser lets us. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    return
  }
}

export const WordsContext = createContext<Words>(en)

export function useWords(): Words {
  return useContext(WordsContext)
}
