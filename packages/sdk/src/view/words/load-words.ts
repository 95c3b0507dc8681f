import { enStep } from './en-step.ts'
import type { StepWords, Words } from './words.ts'

/** The words for a locale, as a chunk. A language that we do not speak gets English. */
export async function loadWords(locale: string): Promise<Words> {
  return isJapanese(locale) ? (await import('./ja.ts')).ja : (await import('./en.ts')).en
}

/** What a step says of it: in English at hand, so that the first picture is there with the code. */
export function loadStepWords(locale: string): StepWords | Promise<StepWords> {
  return isJapanese(locale) ? loadWords(locale) : enStep
}

function isJapanese(locale: string): boolean {
  return /^ja\b/i.test(locale)
}
