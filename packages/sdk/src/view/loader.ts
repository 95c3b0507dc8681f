import type { SceneItem } from '../scene.ts'
import { createCache } from './create-cache.ts'
import type { CacheOptions } from './create-cache.ts'
import { loadPart } from './load-part.ts'
import type { Part } from './part.ts'
import { loadWords } from './words/words.ts'
import type { Words } from './words/words.ts'

export interface Loader {
  /** `undefined` while it is on its way. */
  part: (kind: SceneItem['kind']) => Part | undefined
  words: (locale: string) => Words | undefined
}

/** Hands out parts and words: at once where they are there, else they are fetched first. */
export function createLoader(options: CacheOptions): Loader {
  return {
    part: createCache(loadPart, options),
    words: createCache(loadWords, options),
  }
}
