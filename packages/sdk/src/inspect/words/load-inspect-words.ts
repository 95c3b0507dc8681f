import type { InspectWords } from './inspect-words.ts'

/** The words for a locale, as a chunk. A language that we do not speak gets English. */
export async function loadInspectWords(locale: string): Promise<InspectWords> {
  if (/^ja\b/i.test(locale)) return (await import('./inspect-ja.ts')).inspectJa
  return (await import('./inspect-en.ts')).inspectEn
}
