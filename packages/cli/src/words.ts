/** What a reader sees, in the languages that the commands speak. */
export interface Words {
  readonly en: string
  readonly ja: string
}

export type Language = keyof Words

/** The language of the terminal: Japanese where its locale says so, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^ja(?:[_.-]|$)/i.test(locale) ? 'ja' : 'en'
}
