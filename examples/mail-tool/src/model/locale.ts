export type Locale = 'en' | 'ja'

/** English, unless `tag` asks for Japanese. Takes a tag or an Accept-Language header. */
export function toLocale(tag: unknown): Locale {
  return typeof tag === 'string' && tag.trim().toLowerCase().startsWith('ja') ? 'ja' : 'en'
}
