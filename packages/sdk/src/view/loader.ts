import type { SceneItem } from '../scene.ts'
import { createCache } from './create-cache.ts'
import type { CacheOptions } from './create-cache.ts'
import { loadPart } from './load-part.ts'
import type { SpeakingPart } from './speak.ts'

type Parts = (kind: SceneItem['kind']) => SpeakingPart | undefined

/** Hands out parts in a language: at once where they are there, else they are fetched first. */
export function createLoader(options: CacheOptions): (locale: string) => Parts {
  const languages = new Map<string, Parts>()
  return (locale) => {
    const known = languages.get(locale)
    if (known) return known
    const parts: Parts = createCache((kind) => loadPart(kind, locale), options)
    languages.set(locale, parts)
    return parts
  }
}
